/** What is the URL of…? Every address of the client, in the words of the pages. Routes are in app/routes.tsx. */
export const paths = {
  home: "/",
  signIn: "/sign-in",
  signUp: "/sign-up",
  forgottenPassword: "/forgotten-password",
  resetPassword: "/reset-password",
  invitation: (token: string) => `/invite/${encodeURIComponent(token)}`,
  createOrganization: "/start",
  students: "/students",
  addStudent: "/students/new",
  student: (studentId: string) => `/students/${studentId}`,
  plan: (studentId: string, iepId: string) => `/students/${studentId}/plans/${iepId}`,
  printPlan: (studentId: string, iepId: string) => `/students/${studentId}/plans/${iepId}/print`,
  goal: (studentId: string, goalId: string) => `/students/${studentId}/goals/${goalId}`,
  log: "/log",
  logFor: (studentId: string) => `/log/${studentId}`,
  people: "/people",
  /** The sample district's mail, open to whoever tries it out; and an organization's own, in the frame. */
  outbox: "/outbox",
  mail: "/mail",
  audit: "/audit",
  settings: "/settings",
  preferences: "/preferences",
  /** The family's own pages: calm, read-only. */
  child: (studentId: string) => `/children/${studentId}`,
  childPlan: (studentId: string, iepId: string) => `/children/${studentId}/plans/${iepId}`,
} as const;
