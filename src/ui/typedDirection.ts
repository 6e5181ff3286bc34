/** The way a box runs: as its words do, and as the page does while there are none. */
export const typedDirection = (text: string | undefined): "auto" | undefined =>
  text === "" || text === undefined ? undefined : "auto";
