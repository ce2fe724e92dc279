import type { Phone } from './chromium.ts';

type Saksi = { __xss?: number; __langgar?: string[] };

/** Notes in every page what its content security policy stopped: what was stopped had already got in. */
export const saksikan = ({ context }: Phone): Promise<unknown> =>
  context.addInitScript(() => {
    const saksi = globalThis as unknown as Saksi;
    saksi.__langgar = [];
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile }) =>
      saksi.__langgar?.push(`${violatedDirective} ${sourceFile}`),
    );
  });

/** What script did in the page as it stands, and what the policy stopped. */
export const terjadi = ({ page }: Phone): Promise<unknown> =>
  page.evaluate(() => {
    const { __xss, __langgar } = globalThis as unknown as Saksi;
    return { xss: __xss ?? null, langgar: __langgar };
  });
