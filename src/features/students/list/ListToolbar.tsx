import { Trans, useLingui } from "@lingui/react";
import { ArrowDownUp, Rows3, Rows4, SlidersHorizontal } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "#src/ui/Button.tsx";
import { Dialog } from "#src/ui/Dialog.tsx";
import { Menu, MenuItem } from "#src/ui/Menu.tsx";
import { ToggleButton } from "#src/ui/ToggleButton.tsx";
import { FilterFields } from "./FilterFields.tsx";
import { filtersIn, type ListAddress } from "./listFilters.ts";

/** What narrows the list and how it is shown. On a phone the filters wait behind one button that says how many there are. */
export function ListToolbar({
  search,
  address,
  onChange,
  onClear,
  isCompact,
  onCompact,
  views,
}: {
  /** The box for words, at the start of the line. */
  search: ReactNode;
  address: ListAddress;
  onChange: (more: ListAddress) => void;
  onClear: () => void;
  isCompact: boolean;
  onCompact: (isCompact: boolean) => void;
  /** The menu of saved views. */
  views: ReactNode;
}) {
  const { i18n } = useLingui();
  const [isOpen, setIsOpen] = useState(false);
  const count = filtersIn(address);
  const clear = (
    <Button kind="quiet" size="small" onPress={onClear}>
      <Trans id="filter.clear" message="Clear filters" />
    </Button>
  );
  const byName = i18n.t({ id: "sort.name", message: "By name" });
  const byReview = i18n.t({ id: "sort.review", message: "By review due" });
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        {search}
        <span className="grow max-sm:hidden" />
        <Button className="grow sm:hidden" onPress={() => setIsOpen(true)}>
          <SlidersHorizontal aria-hidden size={18} strokeWidth={1.75} />
          {count === 0 ? (
            <Trans id="filter.open" message="Filters" />
          ) : (
            <Trans id="filter.openCount" message="Filters ({count})" values={{ count }} />
          )}
        </Button>
        <Menu
          label={i18n.t({ id: "sort.label", message: "Order" })}
          trigger={
            <Button size="small" className="max-sm:min-h-10">
              <ArrowDownUp aria-hidden size={16} strokeWidth={1.75} />
              {address.sort === "review" ? byReview : byName}
            </Button>
          }
        >
          <MenuItem onAction={() => onChange({ sort: undefined })}>{byName}</MenuItem>
          <MenuItem onAction={() => onChange({ sort: "review" })}>{byReview}</MenuItem>
        </Menu>
        {views}
        <ToggleButton
          square
          isSelected={isCompact}
          onChange={onCompact}
          className="max-sm:hidden"
          aria-label={i18n.t({ id: "list.compact", message: "Compact rows" })}
        >
          {isCompact ? <Rows4 aria-hidden size={18} /> : <Rows3 aria-hidden size={18} />}
        </ToggleButton>
      </div>
      <div className="mb-4 flex flex-wrap items-center gap-2 max-sm:hidden">
        <FilterFields address={address} onChange={onChange} />
        {count > 0 && clear}
      </div>
      <Dialog
        title={i18n.t({ id: "filter.open", message: "Filters" })}
        closeLabel={i18n.t({ id: "action.close", message: "Close" })}
        isOpen={isOpen}
        onClose={() => setIsOpen(false)}
      >
        <div className="flex flex-col gap-3 py-2">
          <FilterFields address={address} onChange={onChange} />
          <div className="mt-2 flex items-center justify-between gap-3">
            {count > 0 ? clear : <span />}
            <Button kind="primary" onPress={() => setIsOpen(false)}>
              <Trans id="filter.show" message="Show the list" />
            </Button>
          </div>
        </div>
      </Dialog>
    </>
  );
}
