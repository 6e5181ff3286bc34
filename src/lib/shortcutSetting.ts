const key = "openiep.shortcuts";

/** Whether single-key shortcuts are on, on this device. */
export function areShortcutsOn(): boolean {
  return localStorage.getItem(key) !== "off";
}

export function setShortcuts(on: boolean): void {
  localStorage.setItem(key, on ? "on" : "off");
}
