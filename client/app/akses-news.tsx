import type { Akses } from '../../shared/records/index.ts';
import { umum } from '../i18n/id/umum.ts';
import { aksesBaru, aksesDibaca, useLive } from '../store/index.ts';
import { Banner, Button } from '../ui/index.ts';
import { useApp } from './context.ts';

/** The first thing that a new teacher reads: that she came in by the slip is said, not cried; that it was made says nothing more. */
const kataKabar = ({ jenis, oleh, pada, keterangan }: Akses, lain: number): string => {
  if (jenis === 'insiden') return umum.akses.insiden(keterangan);
  if (jenis === 'slip_dipakai') return umum.akses.kabarSlip(keterangan, pada);
  return umum.akses.kabar(umum.akses.jenis[jenis] ?? umum.akses.lain, oleh, pada, lain);
};

/** Says on every screen what somebody did to this account, until she says that she knows: misuse is not to pass unseen. */
export const KabarAkses = () => {
  const { store, actor } = useApp();
  const baru = useLive(() => aksesBaru(store, actor.id), [store, actor.id]) ?? [];
  // A notice that her data leaked comes before whatever else was done.
  const akhir = baru.find(({ jenis }) => jenis === 'insiden') ?? baru[0];
  if (!akhir) return null;
  return (
    <div class="pita" role="status">
      <Banner
        tone={akhir.jenis === 'slip_dipakai' ? 'info' : 'peringatan'}
        action={
          <Button kind="tonal" onClick={() => void aksesDibaca(store, akhir.pada)}>
            {umum.server.mengerti}
          </Button>
        }
      >
        {kataKabar(akhir, baru.length - 1)}{' '}
        <a href="/akun/perangkat">{akhir.jenis === 'insiden' ? umum.akses.bacaInsiden : umum.akses.lihat}</a>
      </Banner>
    </div>
  );
};
