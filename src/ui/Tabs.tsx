import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components";

export type TabItem = { id: string; label: ReactNode; panel: ReactNode };

/** Views of the same thing, one at a time. */
export function Tabs({
  label,
  items,
  selected,
  onSelect,
}: {
  label: string;
  items: readonly TabItem[];
  selected?: string;
  onSelect?: (id: string) => void;
}) {
  return (
    <AriaTabs selectedKey={selected} onSelectionChange={(key) => onSelect?.(String(key))}>
      <TabList aria-label={label} className="relative flex gap-1 overflow-x-auto border-b border-hairline">
        {items.map((item) => (
          <Tab
            key={item.id}
            id={item.id}
            className="target -mb-px flex cursor-pointer items-center border-b-2 border-transparent px-3 py-2 font-semibold whitespace-nowrap text-ink-3 hover:text-ink data-[selected]:border-accent data-[selected]:text-ink"
          >
            {item.label}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="pt-4">
          {item.panel}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
