import { Trans, useLingui } from "@lingui/react";
import { Navigate, useSearch } from "@tanstack/react-router";
import { useConvexAuth, useQuery } from "convex/react";
import { useState } from "react";
import { api } from "#convex/_generated/api.js";
import { CodeForm } from "#src/features/auth/CodeForm.tsx";
import { EntryFrame } from "#src/features/auth/EntryFrame.tsx";
import { LanguageSwitch } from "#src/features/auth/LanguageSwitch.tsx";
import { ProviderButtons } from "#src/features/auth/ProviderButtons.tsx";
import { UsePasskey } from "#src/features/auth/passkeys/UsePasskey.tsx";
import { providerProblem } from "#src/features/auth/providerProblem.ts";
import { SamplePeople } from "#src/features/auth/SamplePeople.tsx";
import { SignInForm } from "#src/features/auth/SignInForm.tsx";
import { sessionChanged } from "#src/lib/authRoutes.ts";
import { GoTo } from "#src/lib/GoTo.tsx";
import { paths } from "#src/lib/paths.ts";
import { Banner } from "#src/ui/Banner.tsx";
import { Link } from "#src/ui/Link.tsx";

/** The way in. Knows three situations: an empty deployment, a sample district, and everything else. */
export function SignInPage() {
  const { i18n } = useLingui();
  const { next, step, error, ended } = useSearch({ strict: false });
  const [isCodeAsked, setIsCodeAsked] = useState(step === "code");
  const { isAuthenticated } = useConvexAuth();
  const status = useQuery(api.organizations.setup.status);
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  if (isAuthenticated) return <GoTo href={safeAddress(next)} />;
  // Whoever has an account says so there, and comes back.
  if (status?.isEmpty && step !== "account") return <Navigate to="/sign-up" replace />;
  if (isCodeAsked) {
    return (
      <EntryFrame
        title={i18n.t({ id: "code.title", message: "One more step" })}
        languageSwitch={<LanguageSwitch />}
      >
        <CodeForm onEntered={sessionChanged} onBack={() => setIsCodeAsked(false)} />
      </EntryFrame>
    );
  }
  return (
    <EntryFrame
      title={i18n.t({ id: "signIn.title", message: "Sign in" })}
      languageSwitch={<LanguageSwitch />}
      below={
        status?.sample && (
          <SamplePeople
            people={status.sample.people}
            onChoose={(person) => {
              setEmail(person.email);
              setPassword(status.sample?.password ?? "");
              window.scrollTo({ top: 0 });
            }}
          />
        )
      }
    >
      {error !== undefined && (
        <div className="mb-5">
          <Banner tone="danger" announce>
            {providerProblem(error)}
          </Banner>
        </div>
      )}
      {ended !== undefined && (
        <div className="mb-5">
          <Banner announce>
            <Trans
              id="signIn.ended"
              message="You were signed out. Sign in to go on where you were: what you had typed is kept on this device."
            />
          </Banner>
        </div>
      )}
      <SignInForm
        email={email}
        password={password}
        onEmail={setEmail}
        onPassword={setPassword}
        onCodeAsked={() => setIsCodeAsked(true)}
      />
      <div className="mt-3">
        <UsePasskey />
      </div>
      <p className="mt-5 text-14">
        <Link href={paths.forgottenPassword}>
          <Trans id="signIn.forgotten" message="I have forgotten my password" />
        </Link>
      </p>
      <p className="mt-2 text-14 text-ink-2">
        {status?.isEmpty ? (
          <Link href={paths.signUp}>
            <Trans id="signIn.setUp" message="New here? Set up OpenIEP" />
          </Link>
        ) : (
          <Trans
            id="signIn.invited"
            message="New here? Open the invitation link that your school sent you."
          />
        )}
      </p>
      <ProviderButtons next={safeAddress(next)} />
    </EntryFrame>
  );
}

/** Where to go after sign-in: an address of this site only, never somebody else's. */
function safeAddress(next: string | undefined): string {
  return next?.startsWith("/") && !next.startsWith("//") ? next : "/";
}
