import { type ComponentType, type LazyExoticComponent, lazy } from "react";
import { whenReachable } from "./whenReachable.ts";

/**
 * A part of a page whose code is fetched when it is first shown, or as soon as there is a network: a chunk of its own.
 * Pages themselves are fetched alike (`codeOf` in app/routes.tsx).
 */
export function lazyComponent<Name extends string, Props>(
  load: () => Promise<Record<Name, ComponentType<Props>>>,
  name: Name,
): LazyExoticComponent<ComponentType<Props>> {
  return lazy(async () => ({ default: (await whenReachable(load))[name] }));
}
