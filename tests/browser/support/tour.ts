import { PHONE, type Phone, type Size, startPhone } from './chromium.ts';
import { anAdminDinas } from './dinas.ts';
import { signIn } from './person.ts';
import { type Screen, screens, settled } from './screens.ts';
import type { World } from './world.ts';

/** Where a tour stands: which screen, in which size and scheme. */
export type Stop = {
  readonly screen: Screen;
  readonly phone: Phone;
  readonly size: Size;
  readonly scheme: 'light' | 'dark';
};

const pathOf = (screen: Screen, world: World): string => {
  const entri =
    world.rows<{ id: string }>(
      "SELECT id FROM records WHERE kind = 'entri' AND owner = ? ORDER BY n DESC LIMIT 1",
      world.anyGuru.id,
    )[0]?.id ?? '';
  return screen.path
    .replace(':guru', world.anyGuru.id)
    .replace(':entri', encodeURIComponent(entri))
    .replace(':sekolah', 'sek:69593332');
};

/** Draws also what lies below the fold, whose colours would be those of the scheme before; two frames later it is there. */
const drawn = (): Promise<void> => {
  const all = new CSSStyleSheet();
  all.replaceSync('* { content-visibility: visible !important; transition: none !important }');
  document.adoptedStyleSheets = [all];
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve())));
};

/** Who sees screens, in the order of the tour. */
export const WHO = ['siapa-saja', 'guru', 'penilai', 'pengawas', 'dinas'] as const;

/** Walks every screen in every size and scheme that is asked for, signed in as whoever sees it, and calls `visit` at each. */
export const tour = async (
  world: World,
  options: {
    who?: readonly (typeof WHO)[number][];
    sizes?: readonly Size[];
    schemes?: readonly ('light' | 'dark')[];
  },
  visit: (stop: Stop) => Promise<void>,
): Promise<void> => {
  for (const who of options.who ?? WHO) {
    const phone = await startPhone({ args: ['--hide-scrollbars'] });
    try {
      if (who !== 'siapa-saja') {
        const orang = { guru: world.anyGuru, penilai: world.head, pengawas: world.pengawas };
        await signIn(phone.page, world.url, who === 'dinas' ? await anAdminDinas(world) : orang[who]);
      }
      for (const screen of screens.filter((one) => one.who === who)) {
        for (const size of options.sizes ?? [PHONE]) {
          const schemes = options.schemes ?? (['light', 'dark'] as const);
          await phone.page.setViewportSize(size);
          await phone.page.goto(world.url + pathOf(screen, world));
          await settled(phone.page);
          // Opened once: evening comes while it is looked at.
          for (const scheme of schemes) {
            await phone.page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
            await phone.page.evaluate(drawn);
            await visit({ screen, phone, size, scheme });
          }
        }
      }
    } finally {
      await phone.close();
    }
  }
};
