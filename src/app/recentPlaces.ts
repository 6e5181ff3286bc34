type Place = { href: string; label: string };

/** Where the palette went lately. Kept in memory only: nothing about a child stays in storage after sign-out. */
let places: readonly Place[] = [];

export function recentPlaces(): readonly Place[] {
  return places;
}

/** Puts a place first, once, and forgets the sixth. */
export function rememberPlace(href: string, label: string): void {
  places = [{ href, label }, ...places.filter((place) => place.href !== href)].slice(0, 5);
}
