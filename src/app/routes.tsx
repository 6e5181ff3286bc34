import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from "@tanstack/react-router";
import { NotFound } from "./NotFound.tsx";
import { Problem } from "./Problem.tsx";

/** Every URL of OpenIEP. Pages are chunks of their own; their addresses are written by lib/paths. */

const root = createRootRoute({ component: Outlet, notFoundComponent: NotFound });

/** Before sign-in: no frame, no session needed. */
const outside = createRoute({ getParentRoute: () => root, id: "outside", component: Outlet });

/** Behind the door: a session, a person, a frame. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: lazyRouteComponent(() => import("./Door.tsx"), "Door"),
});

const text = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

const page = <Path extends string>(
  parent: typeof outside | typeof inside,
  path: Path,
  component: RouteComponent,
) => createRoute({ getParentRoute: () => parent as typeof inside, path, component });

const lazy = lazyRouteComponent;

const routeTree = root.addChildren([
  outside.addChildren([
    createRoute({
      getParentRoute: () => outside,
      path: "/sign-in",
      component: lazy(() => import("#src/pages/SignInPage.tsx"), "SignInPage"),
      validateSearch: (search): { next?: string } => ({ next: text(search.next) }),
    }),
    createRoute({
      getParentRoute: () => outside,
      path: "/sign-up",
      component: lazy(() => import("#src/pages/SignUpPage.tsx"), "SignUpPage"),
      validateSearch: (search): { next?: string } => ({ next: text(search.next) }),
    }),
    page(
      outside,
      "/forgotten-password",
      lazy(() => import("#src/pages/ForgottenPasswordPage.tsx"), "ForgottenPasswordPage"),
    ),
    createRoute({
      getParentRoute: () => outside,
      path: "/reset-password",
      component: lazy(() => import("#src/pages/ResetPasswordPage.tsx"), "ResetPasswordPage"),
      validateSearch: (search): { token?: string; error?: string } => ({
        token: text(search.token),
        error: text(search.error),
      }),
    }),
    page(
      outside,
      "/invite/$token",
      lazy(() => import("#src/pages/InvitationPage.tsx"), "InvitationPage"),
    ),
    page(
      outside,
      "/start",
      lazy(() => import("#src/pages/CreateOrganizationPage.tsx"), "CreateOrganizationPage"),
    ),
    page(
      outside,
      "/outbox",
      lazy(() => import("#src/pages/OutboxPage.tsx"), "OutboxPage"),
    ),
  ]),
  inside.addChildren([
    page(
      inside,
      "/",
      lazy(() => import("#src/pages/HomePage.tsx"), "HomePage"),
    ),
    createRoute({
      getParentRoute: () => inside,
      path: "/students",
      component: lazy(() => import("#src/pages/StudentsPage.tsx"), "StudentsPage"),
      validateSearch: (search): { search?: string } => ({ search: text(search.search) }),
    }),
    page(
      inside,
      "/students/new",
      lazy(() => import("#src/pages/AddStudentPage.tsx"), "AddStudentPage"),
    ),
    page(
      inside,
      "/students/$studentId",
      lazy(() => import("#src/pages/StudentPage.tsx"), "StudentPage"),
    ),
    page(
      inside,
      "/students/$studentId/plans/$iepId",
      lazy(() => import("#src/pages/PlanPage.tsx"), "PlanPage"),
    ),
    page(
      inside,
      "/students/$studentId/plans/$iepId/print",
      lazy(() => import("#src/pages/PrintPlanPage.tsx"), "PrintPlanPage"),
    ),
    page(
      inside,
      "/students/$studentId/goals/$goalId",
      lazy(() => import("#src/pages/GoalPage.tsx"), "GoalPage"),
    ),
    page(
      inside,
      "/log",
      lazy(() => import("#src/pages/LogPage.tsx"), "LogPage"),
    ),
    page(
      inside,
      "/log/$studentId",
      lazy(() => import("#src/pages/LogStudentPage.tsx"), "LogStudentPage"),
    ),
    page(
      inside,
      "/people",
      lazy(() => import("#src/pages/PeoplePage.tsx"), "PeoplePage"),
    ),
    page(
      inside,
      "/mail",
      lazy(() => import("#src/pages/MailPage.tsx"), "MailPage"),
    ),
    page(
      inside,
      "/audit",
      lazy(() => import("#src/pages/AuditPage.tsx"), "AuditPage"),
    ),
    page(
      inside,
      "/preferences",
      lazy(() => import("#src/pages/PreferencesPage.tsx"), "PreferencesPage"),
    ),
    page(
      inside,
      "/children/$studentId",
      lazy(() => import("#src/pages/ChildPage.tsx"), "ChildPage"),
    ),
    page(
      inside,
      "/children/$studentId/plans/$iepId",
      lazy(() => import("#src/pages/ChildPlanPage.tsx"), "ChildPlanPage"),
    ),
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultErrorComponent: Problem,
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
  defaultPreload: "intent",
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
