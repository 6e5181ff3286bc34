import { useCallback, useState } from "react";

/** A choice that belongs to this device, not to the person: kept here, and gone with the browser's data. */
export function useDevicePreference(name: string): [string | null, (value: string) => void] {
  const key = `openiep.${name}`;
  const [value, setValue] = useState(() => localStorage.getItem(key));
  const keep = useCallback(
    (chosen: string) => {
      localStorage.setItem(key, chosen);
      setValue(chosen);
    },
    [key],
  );
  return [value, keep];
}
