import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  type RouteComponent,
} from "@tanstack/react-router";
import { whenReachable } from "#src/lib/whenReachable.ts";
import { NotFound } from "./NotFound.tsx";
import { PageToCome } from "./PageToCome.tsx";
import { Problem } from "./Problem.tsx";
import { parseSearch, readSearch, stringifySearch } from "./search.ts";
import { WaitingScreen } from "./WaitingScreen.tsx";

/** Every URL of OpenIEP. Each page is a chunk of its own; lib/paths writes the addresses. */

type Load<Name extends string> = () => Promise<Record<Name, RouteComponent>>;

/** A page's code, fetched when it is first wanted, or as soon as there is a network. */
const codeOf = <Name extends string>(load: Load<Name>, name: Name) =>
  lazyRouteComponent(() => whenReachable(load), name);

const root = createRootRoute({
  component: Outlet,
  notFoundComponent: NotFound,
  validateSearch: readSearch,
});

/** Before sign-in: no frame, no session needed. */
const outside = createRoute({ getParentRoute: () => root, id: "outside", component: Outlet });

/** Behind the door: a session, a person, a frame. */
const inside = createRoute({
  getParentRoute: () => root,
  id: "inside",
  component: codeOf(() => import("./Door.tsx"), "Door"),
  pendingComponent: WaitingScreen,
});

/** An address before the door, and the page that answers it. */
const open = <Path extends string, Name extends string>(path: Path, load: Load<Name>, name: Name) =>
  createRoute({ getParentRoute: () => outside, path, component: codeOf(load, name) });

/** An address behind the door, and the page that answers it. */
const page = <Path extends string, Name extends string>(path: Path, load: Load<Name>, name: Name) =>
  createRoute({ getParentRoute: () => inside, path, component: codeOf(load, name) });

/** Whatever shows a child's record lies behind the gate that opens it. */
const record = createRoute({
  getParentRoute: () => inside,
  id: "record",
  component: codeOf(() => import("./RecordGate.tsx"), "RecordGate"),
});

/** An address about one child, outside of the frames. */
const recordPage = <Path extends string, Name extends string>(path: Path, load: Load<Name>, name: Name) =>
  createRoute({ getParentRoute: () => record, path, component: codeOf(load, name) });

/** Pages that lie side by side inside a frame of their own. */
const student = createRoute({
  getParentRoute: () => record,
  id: "student",
  component: codeOf(() => import("./StudentFrame.tsx"), "StudentFrame"),
});
const child = createRoute({
  getParentRoute: () => record,
  id: "child",
  component: codeOf(() => import("./ChildFrame.tsx"), "ChildFrame"),
});
const settings = createRoute({
  getParentRoute: () => inside,
  path: "/settings",
  component: codeOf(() => import("./SettingsFrame.tsx"), "SettingsFrame"),
});

/** An address inside the frame of a child, as the team sees it. */
const studentTab = <Path extends string, Name extends string>(path: Path, load: Load<Name>, name: Name) =>
  createRoute({ getParentRoute: () => student, path, component: codeOf(load, name) });

/** An address inside the frame of a child, as the family sees it. */
const childTab = <Path extends string, Name extends string>(path: Path, load: Load<Name>, name: Name) =>
  createRoute({ getParentRoute: () => child, path, component: codeOf(load, name) });

/** An address inside the settings: "/calendar" is "/settings/calendar". */
const settingsTab = <Path extends string, Name extends string>(path: Path, load: Load<Name>, name: Name) =>
  createRoute({ getParentRoute: () => settings, path, component: codeOf(load, name) });

const routeTree = root.addChildren([
  outside.addChildren([
    open("/sign-in", () => import("#src/pages/SignInPage.tsx"), "SignInPage"),
    open("/sign-up", () => import("#src/pages/SignUpPage.tsx"), "SignUpPage"),
    open(
      "/forgotten-password",
      () => import("#src/pages/ForgottenPasswordPage.tsx"),
      "ForgottenPasswordPage",
    ),
    open("/reset-password", () => import("#src/pages/ResetPasswordPage.tsx"), "ResetPasswordPage"),
    open("/invite/$token", () => import("#src/pages/InvitationPage.tsx"), "InvitationPage"),
    open("/start", () => import("#src/pages/CreateOrganizationPage.tsx"), "CreateOrganizationPage"),
    open("/outbox", () => import("#src/pages/OutboxPage.tsx"), "OutboxPage"),
  ]),
  inside.addChildren([
    page("/", () => import("#src/pages/HomePage.tsx"), "HomePage"),
    page("/students", () => import("#src/pages/StudentsPage.tsx"), "StudentsPage"),
    page("/students/new", () => import("#src/pages/AddStudentPage.tsx"), "AddStudentPage"),
    page("/students/duplicates", () => import("#src/pages/DuplicatesPage.tsx"), "DuplicatesPage"),
    page(
      "/students/duplicates/$studentId/$otherId",
      () => import("#src/pages/ComparePage.tsx"),
      "ComparePage",
    ),
    record.addChildren([
      student.addChildren([
        studentTab("/students/$studentId", () => import("#src/pages/StudentPage.tsx"), "StudentPage"),
        studentTab("/students/$studentId/status", () => import("#src/pages/StatusPage.tsx"), "StatusPage"),
        studentTab(
          "/students/$studentId/timeline",
          () => import("#src/pages/TimelinePage.tsx"),
          "TimelinePage",
        ),
        studentTab(
          "/students/$studentId/as-it-stood",
          () => import("#src/pages/AsItStoodPage.tsx"),
          "AsItStoodPage",
        ),
        studentTab(
          "/students/$studentId/consents",
          () => import("#src/pages/StudentConsentsPage.tsx"),
          "StudentConsentsPage",
        ),
        studentTab(
          "/students/$studentId/documents",
          () => import("#src/pages/StudentDocumentsPage.tsx"),
          "StudentDocumentsPage",
        ),
        studentTab(
          "/students/$studentId/access",
          () => import("#src/pages/StudentAccessPage.tsx"),
          "StudentAccessPage",
        ),
        studentTab("/students/$studentId/record", () => import("#src/pages/RecordPage.tsx"), "RecordPage"),
        studentTab(
          "/students/$studentId/copies",
          () => import("#src/pages/StudentCopiesPage.tsx"),
          "StudentCopiesPage",
        ),
      ]),
      recordPage("/students/$studentId/plans/$iepId", () => import("#src/pages/PlanPage.tsx"), "PlanPage"),
      recordPage(
        "/students/$studentId/plans/$iepId/print",
        () => import("#src/pages/PrintPlanPage.tsx"),
        "PrintPlanPage",
      ),
      recordPage(
        "/students/$studentId/letters/rights",
        () => import("#src/pages/RightsLettersPage.tsx"),
        "RightsLettersPage",
      ),
      recordPage("/students/$studentId/goals/$goalId", () => import("#src/pages/GoalPage.tsx"), "GoalPage"),
      recordPage("/log/$studentId", () => import("#src/pages/LogStudentPage.tsx"), "LogStudentPage"),
      child.addChildren([
        childTab("/children/$studentId", () => import("#src/pages/ChildPage.tsx"), "ChildPage"),
        childTab(
          "/children/$studentId/consents",
          () => import("#src/pages/ChildConsentsPage.tsx"),
          "ChildConsentsPage",
        ),
        childTab(
          "/children/$studentId/documents",
          () => import("#src/pages/ChildDocumentsPage.tsx"),
          "ChildDocumentsPage",
        ),
        childTab(
          "/children/$studentId/timeline",
          () => import("#src/pages/ChildTimelinePage.tsx"),
          "ChildTimelinePage",
        ),
        childTab(
          "/children/$studentId/access",
          () => import("#src/pages/ChildAccessPage.tsx"),
          "ChildAccessPage",
        ),
        childTab(
          "/children/$studentId/download",
          () => import("#src/pages/ChildDownloadPage.tsx"),
          "ChildDownloadPage",
        ),
      ]),
      recordPage(
        "/children/$studentId/plans/$iepId",
        () => import("#src/pages/ChildPlanPage.tsx"),
        "ChildPlanPage",
      ),
    ]),
    page("/log", () => import("#src/pages/LogPage.tsx"), "LogPage"),
    page("/people", () => import("#src/pages/PeoplePage.tsx"), "PeoplePage"),
    page("/people/$personId", () => import("#src/pages/PersonPage.tsx"), "PersonPage"),
    page("/groups", () => import("#src/pages/GroupsPage.tsx"), "GroupsPage"),
    page("/groups/$groupId", () => import("#src/pages/GroupPage.tsx"), "GroupPage"),
    page("/mail", () => import("#src/pages/MailPage.tsx"), "MailPage"),
    page("/emergency", () => import("#src/pages/EmergencyPage.tsx"), "EmergencyPage"),
    page("/audit", () => import("#src/pages/AuditPage.tsx"), "AuditPage"),
    page("/account", () => import("#src/pages/AccountPage.tsx"), "AccountPage"),
    page("/preferences", () => import("#src/pages/PreferencesPage.tsx"), "PreferencesPage"),
    page("/reports", () => import("#src/pages/ReportsPage.tsx"), "ReportsPage"),
    settings.addChildren([
      settingsTab("/organization", () => import("#src/pages/OrganizationPage.tsx"), "OrganizationPage"),
      settingsTab("/calendar", () => import("#src/pages/CalendarPage.tsx"), "CalendarPage"),
      settingsTab("/schools", () => import("#src/pages/SchoolsPage.tsx"), "SchoolsPage"),
      settingsTab("/exports", () => import("#src/pages/ExportsPage.tsx"), "ExportsPage"),
      settingsTab("/retention", () => import("#src/pages/RetentionPage.tsx"), "RetentionPage"),
      settingsTab("/security", () => import("#src/pages/SecurityPage.tsx"), "SecurityPage"),
      settingsTab("/imports", () => import("#src/pages/ImportsPage.tsx"), "ImportsPage"),
      settingsTab("/imports/$importId", () => import("#src/pages/ImportPage.tsx"), "ImportPage"),
    ]),
  ]),
]);

export const router = createRouter({
  routeTree,
  parseSearch,
  stringifySearch,
  defaultPendingComponent: PageToCome,
  defaultPendingMs: 600,
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
