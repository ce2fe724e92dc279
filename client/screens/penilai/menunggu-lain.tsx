import type { App } from '../../app/context.ts';
import { menungguLain as words } from '../../i18n/id/menunggu.ts';
import { menungguKepala, useLive } from '../../store/index.ts';
import { type IconName, ListRow } from '../../ui/index.ts';

/** Besides entries and SKP, which have places of their own on the head's first screen. */
const LAIN = ['evaluasi', 'praktik', 'kendala'] as const;
const KE: Readonly<Record<(typeof LAIN)[number], { icon: IconName; href: string }>> = {
  evaluasi: { icon: 'star', href: '/penilaian' },
  praktik: { icon: 'book', href: '/observasi' },
  kendala: { icon: 'help', href: '/wawasan#kendala' },
};

/** What else waits for the head, a row a kind; nothing where nothing does. */
export const MenungguLain = ({ app }: { app: App }) => {
  const menunggu = useLive(() => menungguKepala(app.store, app.shard), [app.store, app.shard]) ?? [];
  const baris = LAIN.flatMap((jenis) => {
    const jumlah = menunggu.find((satu) => satu.jenis === jenis)?.jumlah ?? 0;
    return jumlah > 0 ? [{ jenis, jumlah }] : [];
  });
  if (baris.length === 0) return null;
  return (
    <ul class="daftar baris-skp">
      {baris.map(({ jenis, jumlah }) => (
        <li key={jenis}>
          <ListRow title={words[jenis](jumlah)} leading={KE[jenis].icon} href={KE[jenis].href} />
        </li>
      ))}
    </ul>
  );
};
