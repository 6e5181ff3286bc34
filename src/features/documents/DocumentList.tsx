import { Trans, useLingui } from "@lingui/react";
import { usePaginatedQuery } from "convex/react";
import { FileText, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { api } from "#convex/_generated/api.js";
import type { Id } from "#convex/_generated/dataModel.js";
import type { DocumentKind } from "#convex/documents/rules/fileTypes.ts";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { SearchField } from "#src/ui/SearchField.tsx";
import { SelectField } from "#src/ui/SelectField.tsx";
import { SkeletonRows } from "#src/ui/Skeleton.tsx";
import { AddDocument } from "./AddDocument.tsx";
import { DocumentItem } from "./DocumentItem.tsx";
import { allDocumentKinds, documentKindName } from "./documentWords.ts";

const PAGE = 30;

/** The files about a child, the latest first; found by words and by kind. */
export function DocumentList({
  studentId,
  audience,
  mayAdd,
  mayManage,
}: {
  studentId: Id<"students">;
  audience: "team" | "family";
  mayAdd: boolean;
  mayManage: boolean;
}) {
  const { i18n } = useLingui();
  const [search, setSearch] = useState("");
  const [kind, setKind] = useState<DocumentKind | "all">("all");
  const [isAdding, setAdding] = useState(false);
  const filter = { ...(search.trim() !== "" && { search }), ...(kind !== "all" && { kind }) };
  const { results, status, loadMore } = usePaginatedQuery(
    api.documents.documents.list,
    { studentId, ...filter },
    { initialNumItems: PAGE },
  );
  const isFiltered = Object.keys(filter).length > 0;
  const add: ReactNode = mayAdd && (
    <Button kind={audience === "family" ? "primary" : "secondary"} onPress={() => setAdding(true)}>
      <Plus aria-hidden size={18} strokeWidth={1.75} />
      <Trans id="documents.add" message="Add a document" />
    </Button>
  );
  const isEmpty = results.length === 0 && status === "Exhausted";
  return (
    <div className="flex flex-col gap-4">
      {!(isEmpty && !isFiltered) && (
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 grow basis-56">
            <SearchField
              label={i18n.t({ id: "documents.search", message: "Search documents" })}
              clearLabel={i18n.t({ id: "action.clear", message: "Clear" })}
              value={search}
              onChange={setSearch}
            />
          </div>
          <SelectField<DocumentKind | "all">
            label={<Trans id="documents.kind" message="What it is" />}
            options={[
              { id: "all" as const, label: i18n.t({ id: "documents.allKinds", message: "Everything" }) },
              ...allDocumentKinds.map((id) => ({ id, label: documentKindName(id) })),
            ]}
            value={kind}
            onChange={setKind}
          />
          {add}
        </div>
      )}
      {status === "LoadingFirstPage" ? (
        <SkeletonRows
          label={i18n.t({ id: "documents.loading", message: "Loading the documents" })}
          rows={4}
        />
      ) : isEmpty ? (
        <EmptyState
          icon={FileText}
          title={
            isFiltered ? (
              <Trans id="documents.noneFound" message="Nothing found" />
            ) : (
              <Trans id="documents.none" message="No documents yet" />
            )
          }
          action={!isFiltered && add}
        >
          {isFiltered ? (
            <Trans id="documents.noneFoundAdvice" message="Try other words, or everything." />
          ) : (
            <Trans id="documents.noneAdvice" message="Reports, letters and signed papers are kept here." />
          )}
        </EmptyState>
      ) : (
        <ul className="divide-y divide-hairline rounded border border-hairline bg-raised px-4">
          {results.map((row) => (
            <DocumentItem key={row.documentId} studentId={studentId} row={row} mayManage={mayManage} />
          ))}
        </ul>
      )}
      {status === "CanLoadMore" && (
        <Button onPress={() => loadMore(PAGE)}>
          <Trans id="documents.more" message="Show older documents" />
        </Button>
      )}
      {isAdding && <AddDocument studentId={studentId} audience={audience} onClose={() => setAdding(false)} />}
    </div>
  );
}
