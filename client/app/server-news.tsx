import { umum } from '../i18n/id/umum.ts';
import { sejarahBerubah, sejarahDibaca, useLive } from '../store/index.ts';
import { Banner, Button } from '../ui/index.ts';
import { useApp } from './context.ts';

/** Says once that the server's history is another one than this phone saw, and what the phone did about it. */
export const KabarServer = () => {
  const { store } = useApp();
  const kabar = useLive(() => sejarahBerubah(store), [store])
    ?.filter(({ dibaca }) => !dibaca)
    .at(-1);
  if (!kabar) return null;
  return (
    <div class="pita" role="status">
      <Banner
        tone="info"
        action={
          <Button kind="tonal" onClick={() => void sejarahDibaca(store)}>
            {umum.server.mengerti}
          </Button>
        }
      >
        {umum.server.berubah(kabar.pada, kabar.kegiatan, kabar.isian)}
      </Banner>
    </div>
  );
};
