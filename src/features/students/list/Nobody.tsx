import { Trans } from "@lingui/react";
import { SearchX, UsersRound } from "lucide-react";
import { paths } from "#src/lib/paths.ts";
import { useAbilities } from "#src/lib/useAbilities.ts";
import { Button } from "#src/ui/Button.tsx";
import { EmptyState } from "#src/ui/EmptyState.tsx";
import { LinkButton } from "#src/ui/Link.tsx";
import { filtersIn, type ListAddress } from "./listFilters.ts";

/** Why the list is empty, and the one way out. */
export function Nobody({ address, onClear }: { address: ListAddress; onClear: () => void }) {
  const can = useAbilities();
  const words = address.search?.trim() ?? "";
  if (filtersIn(address) > 0) {
    return (
      <EmptyState
        icon={SearchX}
        title={<Trans id="students.nobodyFiltered" message="Nobody matches all of this" />}
        action={
          <Button onPress={onClear}>
            <Trans id="filter.clear" message="Clear filters" />
          </Button>
        }
      >
        <Trans
          id="students.nobodyFilteredAdvice"
          message="Take a filter away, or look for somebody by name."
        />
      </EmptyState>
    );
  }
  if (words !== "") {
    return (
      <EmptyState
        icon={SearchX}
        title={<Trans id="students.nobody" message="Nobody by “{words}”" values={{ words }} />}
      >
        <Trans id="students.nobodyAdvice" message="Try part of a name, or the student number." />
      </EmptyState>
    );
  }
  return (
    <EmptyState
      icon={UsersRound}
      title={<Trans id="students.none" message="No students yet" />}
      action={
        can("students.add") && (
          <LinkButton kind="primary" href={paths.addStudent}>
            <Trans id="students.add" message="Add a student" />
          </LinkButton>
        )
      }
    >
      {can("students.add") ? (
        <Trans id="students.noneAdmin" message="Add the first one, then put a team around them." />
      ) : (
        <Trans
          id="students.noneTeam"
          message="Students show here as soon as you manage their case or are on their team."
        />
      )}
    </EmptyState>
  );
}
