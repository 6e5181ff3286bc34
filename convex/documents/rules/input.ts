import * as z from "zod/mini";
import { day, requiredText } from "../../typed";

/** What a human types about a document; the form and the function run the same schema. */
export const documentInput = z.object({ title: requiredText(200), documentOn: day });
export const retractionInput = requiredText(500);
