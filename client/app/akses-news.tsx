import { umum } from '../i18n/id/umum.ts';
import { aksesBaru, aksesDibaca, useLive } from '../store/index.ts';
import { Banner, Button } from '../ui/index.ts';
import { useApp } from './context.ts';

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
        tone="peringatan"
        action={
          <Button kind="tonal" onClick={() => void aksesDibaca(store, akhir.pada)}>
            {umum.server.mengerti}
          </Button>
        }
      >
        {akhir.jenis === 'insiden'
          ? umum.akses.insiden(akhir.keterangan)
          : umum.akses.kabar(
              umum.akses.jenis[akhir.jenis] ?? umum.akses.lain,
              akhir.oleh,
              akhir.pada,
              baru.length - 1,
            )}{' '}
        <a href="/akun/perangkat">{akhir.jenis === 'insiden' ? umum.akses.bacaInsiden : umum.akses.lihat}</a>
      </Banner>
    </div>
  );
};
