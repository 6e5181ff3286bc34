/** Theme and text size: kept on this device so that the first paint is right, and on the person's profile. */
export const themes = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof themes)[number];
export const textSizes = ["normal", "large", "larger"] as const;
export type TextSize = (typeof textSizes)[number];

const themeKey = "openiep.theme";
const textSizeKey = "openiep.textSize";

function read<T extends string>(key: string, values: readonly T[], fallback: T): T {
  const kept = localStorage.getItem(key);
  return values.find((value) => value === kept) ?? fallback;
}

export const currentTheme = (): Theme => read(themeKey, themes, "system");
export const currentTextSize = (): TextSize => read(textSizeKey, textSizes, "normal");

/** Puts a theme on the page and keeps it for the next visit. */
export function applyTheme(theme: Theme): void {
  localStorage.setItem(themeKey, theme);
  document.documentElement.dataset.theme = theme;
}

/** Puts a text size on the page and keeps it for the next visit. */
export function applyTextSize(size: TextSize): void {
  localStorage.setItem(textSizeKey, size);
  document.documentElement.dataset.textSize = size;
}

/** On a device that has no choice of its own yet, the choice on the person's profile. */
export function adoptAppearance(kept: { theme: Theme; textSize?: TextSize }): void {
  if (localStorage.getItem(themeKey) === null) applyTheme(kept.theme);
  if (localStorage.getItem(textSizeKey) === null) applyTextSize(kept.textSize ?? "normal");
}

/** Before the first paint. */
export function startTheme(): void {
  document.documentElement.dataset.theme = currentTheme();
  document.documentElement.dataset.textSize = currentTextSize();
}
