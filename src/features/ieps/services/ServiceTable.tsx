import { useLingui } from "@lingui/react";
import { HandHelping, Plus } from "lucide-react";
import { Fragment, useState } from "react";
import type { Id } from "#convex/_generated/dataModel.js";
import { format } from "#src/lib/format.ts";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { AddServiceDialog } from "./AddServiceDialog.tsx";
import { ServiceFields } from "./ServiceFields.tsx";
import { rhythm, type ServiceView } from "./serviceWords.ts";

const cell = "py-2.5 pe-4 align-baseline max-sm:block max-sm:py-0.5";
const head = "border-b border-hairline py-2 pe-4 text-start text-13 font-semibold text-ink-3";

/** The services of a plan: what, how often, where, by whom, from when to when. A row opens in place. */
export function ServiceTable({
  studentId,
  iepId,
  services,
  isEditable,
}: {
  studentId: Id<"students">;
  iepId: Id<"ieps">;
  services: readonly ServiceView[];
  isEditable: boolean;
}) {
  const { i18n } = useLingui();
  const [openId, setOpenId] = useState<Id<"services"> | null>(null);
  const [isAdding, setIsAdding] = useState(false);
  const add = (
    <Button size="small" onPress={() => setIsAdding(true)}>
      <Plus aria-hidden size={16} strokeWidth={1.75} />
      {i18n.t({ id: "service.add", message: "Add a service" })}
    </Button>
  );
  const title = i18n.t({ id: "section.services", message: "Services" });
  return (
    <>
      {services.length === 0 ? (
        <EmptyState
          icon={HandHelping}
          title={i18n.t({ id: "service.none", message: "No services yet" })}
          action={isEditable && add}
        >
          {i18n.t({
            id: "service.noneAdvice",
            message:
              "Special education, related services and supports, each with how often, how long and where.",
          })}
        </EmptyState>
      ) : (
        <>
          <table className="w-full border-collapse text-start max-sm:block">
            <caption className="sr-only">{title}</caption>
            <thead className="max-sm:sr-only">
              <tr>
                <th scope="col" className={head}>
                  {i18n.t({ id: "service.kind", message: "Service" })}
                </th>
                <th scope="col" className={head}>
                  {i18n.t({ id: "service.howOften", message: "How often" })}
                </th>
                <th scope="col" className={head}>
                  {i18n.t({ id: "service.location", message: "Where" })}
                </th>
                <th scope="col" className={head}>
                  {i18n.t({ id: "service.providerRole", message: "By whom" })}
                </th>
                <th scope="col" className={head}>
                  {i18n.t({ id: "service.dates", message: "From, to" })}
                </th>
                {isEditable && (
                  <th scope="col" className={head} data-screen-only>
                    <span className="sr-only">{i18n.t({ id: "table.acts", message: "Acts" })}</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody className="max-sm:block">
              {services.map((service) => (
                <Fragment key={service.serviceId}>
                  <tr className="border-b border-hairline max-sm:block max-sm:py-3">
                    <th scope="row" dir="auto" className={`${cell} text-start font-semibold`}>
                      {service.kind}
                    </th>
                    <td className={cell}>{rhythm(service)}</td>
                    <td dir="auto" className={cell}>
                      {service.location}
                    </td>
                    <td dir="auto" className={cell}>
                      {service.providerRole}
                    </td>
                    <td className={`${cell} tabular`}>
                      {`${format.shortDay(service.startsOn)} – ${format.shortDay(service.endsOn)}`}
                    </td>
                    {isEditable && (
                      <td className={`${cell} text-end`} data-screen-only>
                        <Button
                          kind="quiet"
                          size="small"
                          aria-expanded={openId === service.serviceId}
                          onPress={() => setOpenId(openId === service.serviceId ? null : service.serviceId)}
                        >
                          {openId === service.serviceId
                            ? i18n.t({ id: "action.close", message: "Close" })
                            : i18n.t({ id: "action.edit", message: "Edit" })}
                          <span className="sr-only">{service.kind}</span>
                        </Button>
                      </td>
                    )}
                  </tr>
                  {isEditable && openId === service.serviceId && (
                    <tr className="border-b border-hairline bg-sunken max-sm:block" data-screen-only>
                      <td colSpan={6} className="p-4 max-sm:block">
                        <ServiceFields studentId={studentId} iepId={iepId} service={service} />
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </tbody>
          </table>
          {isEditable && (
            <div data-screen-only className="mt-4">
              {add}
            </div>
          )}
        </>
      )}
      {isAdding && (
        <AddServiceDialog studentId={studentId} iepId={iepId} onClose={() => setIsAdding(false)} />
      )}
    </>
  );
}
