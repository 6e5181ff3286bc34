import { useEffect } from "react";
import { idleFor, noteInput } from "./lock.ts";

const LOOKED_EVERY_MS = 5_000;
const MINUTE_MS = 60_000;
const inputs = ["pointerdown", "pointermove", "keydown", "wheel", "touchstart"] as const;
const wakes = ["focus", "pageshow", "online"] as const;

/**
 * Calls `onIdle` once nobody has used any tab of this browser for so many minutes. A machine that slept wakes to it:
 * the time counts, and the first touch comes too late.
 */
export function useIdleWatch(minutes: number | undefined, onIdle: () => void): void {
  useEffect(() => {
    if (minutes === undefined) return;
    const isOver = () => idleFor(Date.now()) >= minutes * MINUTE_MS;
    const look = () => {
      if (isOver()) onIdle();
    };
    const use = () => {
      if (isOver()) onIdle();
      else noteInput(Date.now());
    };
    const timer = setInterval(look, Math.min(LOOKED_EVERY_MS, (minutes * MINUTE_MS) / 2));
    for (const name of inputs) window.addEventListener(name, use, { passive: true, capture: true });
    for (const name of wakes) window.addEventListener(name, look);
    document.addEventListener("visibilitychange", look);
    look();
    return () => {
      clearInterval(timer);
      for (const name of inputs) window.removeEventListener(name, use, { capture: true });
      for (const name of wakes) window.removeEventListener(name, look);
      document.removeEventListener("visibilitychange", look);
    };
  }, [minutes, onIdle]);
}
