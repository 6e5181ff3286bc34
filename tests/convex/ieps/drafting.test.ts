import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { api } from "#convex/_generated/api.js";
import { proseLimits } from "#convex/ieps/rules/steps.ts";
import { expectRefusal, refusalOf } from "#tests/support/problems.ts";
import { aWorld, type Person, type World } from "#tests/support/world.ts";
import { type OpenSection, openSection, typing } from "./section.ts";

let world: World;
let writer: Person;
let section: OpenSection;

beforeAll(async () => {
  world = await aWorld();
  writer = await world.aMember("caseManager");
});
beforeEach(async () => {
  section = await openSection(await world.aStudent({ caseManager: writer }));
});

const replace = (from: number, to: number, content: object[], more: object = {}) => ({
  stepType: "replace",
  from,
  to,
  slice: { content, ...more },
});
/** A step as text: so deep that a recursive writer of JSON would overflow. */
function nestedStep(depth: number): string {
  const open = '{"type":"blockquote","content":['.repeat(depth);
  const blocks = `${open}{"type":"paragraph"}${"]}".repeat(depth)}`;
  return `{"stepType":"replace","from":0,"to":0,"slice":{"content":[${blocks}]}}`;
}

describe("what an editor sends", () => {
  test("is kept with its author, its serial and its place, and read by everybody", async () => {
    const answer = await section.submit(writer, {
      version: 1,
      steps: [typing(1, "Reads"), typing(6, " well")],
    });
    expect(answer).toEqual({ status: "taken", version: 3, through: 2 });
    const teacher = await section.child.as.teacher();
    expect((await section.read(teacher)).doc.textContent).toBe("Reads well");
    const { studentId } = section.child;
    const tail = await teacher.query(api.ieps.drafting.tail, { studentId, sectionId: section.sectionId });
    expect(tail.version).toBe(3);
    expect(tail.steps.map(({ serial, personId }) => ({ serial, personId }))).toEqual([
      { serial: 1, personId: writer.personId },
      { serial: 2, personId: writer.personId },
    ]);
  });

  test("makes an untouched section one that is in progress", async () => {
    const { studentId } = section.child;
    await section.submit(writer, { version: 1, steps: [typing(1, "A")] });
    const plan = await writer.query(api.ieps.ieps.get, { studentId, iepId: section.iepId });
    expect(plan.sections.find(({ sectionId }) => sectionId === section.sectionId)?.state).toBe("inProgress");
  });

  test("counts once when it is sent twice", async () => {
    await section.submit(writer, { version: 1, steps: [typing(1, "once")] });
    const again = await section.submit(writer, { version: 1, steps: [typing(1, "once")] });
    expect(again).toEqual({ status: "duplicate", version: 2, through: 1 });
    expect((await section.read()).doc.textContent).toBe("once");
  });

  test("is carried over what others wrote meanwhile", async () => {
    const teacher = await section.child.as.teacher();
    await section.submit(writer, { version: 1, steps: [typing(1, "world")] });
    await section.submit(teacher, { version: 2, clientId: "b-client", steps: [typing(1, "Hello ")] });
    const late = await section.submit(writer, { version: 2, serials: [2], steps: [typing(6, "!")] });
    expect(late).toEqual({ status: "taken", version: 4, through: 2 });
    expect((await section.read()).doc.textContent).toBe("Hello world!");
  });

  test("is left out where its place has been deleted, and says so by the gap in the serials", async () => {
    const teacher = await section.child.as.teacher();
    const paragraphs = replace(0, 2, [
      { type: "paragraph", content: [{ type: "text", text: "stays" }] },
      { type: "paragraph", content: [{ type: "text", text: "goes" }] },
    ]);
    await section.submit(writer, { version: 1, steps: [paragraphs] });
    await section.submit(teacher, {
      version: 2,
      clientId: "b-client",
      steps: [{ stepType: "replace", from: 7, to: 13 }],
    });
    const lost = await section.submit(writer, {
      version: 2,
      serials: [2, 3],
      steps: [
        {
          stepType: "replaceAround",
          from: 7,
          to: 13,
          gapFrom: 7,
          gapTo: 13,
          insert: 1,
          slice: { content: [{ type: "blockquote" }] },
          structure: true,
        },
        typing(1, "It "),
      ],
    });
    expect(lost).toMatchObject({ status: "taken", through: 3 });
    expect((await section.read()).doc.textContent).toBe("It stays");
  });

  test("keeps a snapshot of its own now and then, and prunes the older ones", async () => {
    for (let i = 0; i < 90; i += 30) {
      const serials = Array.from({ length: 30 }, (_, at) => i + at + 1);
      await section.submit(writer, { version: 1 + i, serials, steps: serials.map(() => typing(1, "x")) });
    }
    const { studentId } = section.child;
    const snapshot = await writer.query(api.ieps.drafting.getSnapshot, {
      studentId,
      sectionId: section.sectionId,
    });
    expect(snapshot.version).toBe(61);
    expect((await section.read()).doc.textContent).toBe("x".repeat(90));
  });
});

describe("what a stranger to the protocol sends", () => {
  const secret = "the child's own words";

  beforeEach(async () => {
    await section.submit(writer, { version: 1, clientId: "honest-client", steps: [typing(1, secret)] });
  });

  /** Refused with the code, without a word of the text, and the document is as it was. */
  async function expectHarmless(sent: Promise<unknown>, code: Parameters<typeof expectRefusal>[1]) {
    const refusal = await refusalOf(sent);
    expect(refusal.code).toBe(code);
    expect(JSON.stringify(refusal)).not.toContain("words");
    const { version, doc } = await section.read();
    expect({ version, text: doc.textContent }).toEqual({ version: 2, text: secret });
  }

  test.each([500, 3, 0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY])(
    "a version that never was (%d) is refused",
    async (version) => {
      await expectHarmless(section.submit(writer, { version, steps: [typing(1, "x")] }), "version_stale");
    },
  );

  test.each([
    ["no JSON", "{"],
    ["a number", "7"],
    ["null", "null"],
    ["no step at all", {}],
    ["a kind of step that is none", { stepType: "explode", from: 1, to: 1 }],
    ["a position between characters", { ...typing(1, "x"), from: 1.5 }],
    ["a place outside the text", typing(999, "x")],
    ["a node that the schema does not have", replace(0, 2, [{ type: "script" }])],
    ["an image", replace(0, 0, [{ type: "image", attrs: { src: "https://elsewhere.example/x" } }])],
    [
      "a mark that the schema does not have",
      replace(1, 1, [
        { type: "text", text: "x", marks: [{ type: "link", attrs: { href: "javascript:alert(1)" } }] },
      ]),
    ],
    ["text outside a paragraph", replace(0, 0, [{ type: "text", text: "x" }])],
    ["a list item without its list", replace(0, 0, [{ type: "listItem", content: [{ type: "paragraph" }] }])],
    ["nothing left of the document", { stepType: "replace", from: 0, to: 23 }],
    ["a heading of level 99", replace(0, 0, [{ type: "heading", attrs: { level: 99 } }])],
    [
      "a list that starts at a word",
      replace(0, 0, [
        {
          type: "orderedList",
          attrs: { start: "soon" },
          content: [{ type: "listItem", content: [{ type: "paragraph" }] }],
        },
      ]),
    ],
  ])("a step that is %s is refused", async (_what, step) => {
    await expectHarmless(section.submit(writer, { version: 2, steps: [step] }), "steps_invalid");
  });

  test("an attribute step that turns a heading into something else is refused", async () => {
    const heading = replace(0, 0, [
      { type: "heading", attrs: { level: 3 }, content: [{ type: "text", text: "A" }] },
    ]);
    await section.submit(writer, { version: 2, steps: [heading] });
    const attribute = { stepType: "attr", pos: 0, attr: "level", value: { toString: "x" } };
    await expectRefusal(
      section.submit(writer, { version: 3, serials: [2], steps: [attribute] }),
      "steps_invalid",
    );
    expect((await section.read()).doc.firstChild?.attrs.level).toBe(3);
  });

  test("one bad step among good ones refuses them all", async () => {
    const steps = [typing(1, "a"), typing(2, "b"), typing(999, "c")];
    await expectHarmless(section.submit(writer, { version: 2, steps }), "steps_invalid");
  });

  test("more steps than one submit may hold are refused", async () => {
    const steps = Array.from({ length: proseLimits.stepsPerSubmit + 1 }, () => typing(1, "x"));
    await expectHarmless(section.submit(writer, { version: 2, steps }), "steps_too_many");
  });

  test("a submit that is too large is refused", async () => {
    await expectHarmless(
      section.submit(writer, { version: 2, steps: [typing(1, "x".repeat(proseLimits.submit))] }),
      "document_too_large",
    );
  });

  test("a document that would become too large is refused", async () => {
    const page = "y".repeat(90_000);
    await section.submit(writer, { version: 2, steps: [typing(1, page)] });
    await section.submit(writer, { version: 3, serials: [2], steps: [typing(1, page)] });
    await expectRefusal(
      section.submit(writer, { version: 4, serials: [3], steps: [typing(1, page)] }),
      "document_too_large",
    );
    expect((await section.read()).doc.textContent).toHaveLength(180_000 + secret.length);
  });

  test.each([30, 200, 2_500])("a text nested %i deep is refused", async (depth) => {
    const sent = section.submit(writer, { version: 2, steps: [nestedStep(depth)] });
    expect(["document_too_large", "steps_invalid"]).toContain((await refusalOf(sent)).code);
    expect((await section.read()).doc.textContent).toBe(secret);
  });

  test.each([[[]], [[1, 1]], [[2, 1]], [[0, 1]], [[1.5, 2]], [[1]]])(
    "serials that do not count the steps (%j) are refused",
    async (serials) => {
      await expectHarmless(
        section.submit(writer, { version: 2, serials, steps: [typing(1, "a"), typing(1, "b")] }),
        "steps_invalid",
      );
    },
  );

  test("a forged snapshot changes nothing, whatever version it claims", async () => {
    const { studentId } = section.child;
    const content = JSON.stringify({
      type: "doc",
      content: [{ type: "paragraph", content: [{ type: "text", text: "forged" }] }],
    });
    for (const version of [1, 2, 99]) {
      await writer.mutation(api.ieps.drafting.submitSnapshot, {
        studentId,
        sectionId: section.sectionId,
        version,
        content,
      });
    }
    expect((await section.read()).doc.textContent).toBe(secret);
  });

  test("somebody else's client name cannot be used to use up its serials", async () => {
    const teacher = await section.child.as.teacher();
    const sent = section.submit(teacher, {
      version: 2,
      clientId: "honest-client",
      serials: [1000],
      steps: [typing(1, "x")],
    });
    await expectHarmless(sent, "not_allowed");
    const next = await section.submit(writer, {
      version: 2,
      clientId: "honest-client",
      serials: [2],
      steps: [typing(1, "!")],
    });
    expect(next).toMatchObject({ status: "taken", through: 2 });
  });

  test("steps left on a shared device are not taken as those of another, who is signed in there by now", async () => {
    const teacher = await section.child.as.teacher();
    const left = { version: 2, clientId: "left-behind", writerId: writer.personId, steps: [typing(1, "x")] };
    await expectHarmless(section.submit(teacher, left), "not_signed_in");
    expect(await section.submit(writer, left)).toMatchObject({ status: "taken", through: 1 });
  });

  test("a guardian reads no draft texts and writes none", async () => {
    const guardian = await section.child.as.guardian();
    const { studentId } = section.child;
    await writer.mutation(api.ieps.ieps.share, { studentId, iepId: section.iepId, shared: true });
    await expectRefusal(
      guardian.query(api.ieps.drafting.tail, { studentId, sectionId: section.sectionId }),
      "not_allowed",
    );
    await expectHarmless(section.submit(guardian, { version: 2, steps: [typing(1, "x")] }), "not_allowed");
  });

  test("a section of another child is not found through one's own", async () => {
    const other = await openSection(await world.aStudent({ caseManager: writer }));
    const { studentId } = section.child;
    for (const read of [
      api.ieps.drafting.tail,
      api.ieps.drafting.getSnapshot,
      api.ieps.drafting.latestVersion,
    ]) {
      await expectRefusal(writer.query(read, { studentId, sectionId: other.sectionId }), "not_found");
    }
    const step = { version: 1, clientId: "a-client", serials: [1], steps: [JSON.stringify(typing(1, "x"))] };
    await expectRefusal(
      writer.mutation(api.ieps.drafting.submitSteps, { studentId, sectionId: other.sectionId, ...step }),
      "not_found",
    );
  });
});
