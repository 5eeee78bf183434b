import { Logo } from '@/components/ui/logo';

/** Leads to the status page, which is a document and no part of the app's router. */
export function Brand({ orgName }: { orgName: string }) {
  return (
    <a className="brand" href="/">
      <Logo />
      <span>{orgName}</span>
    </a>
  );
}
