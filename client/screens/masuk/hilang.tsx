import { useEffect, useState } from 'preact/hooks';
import { kabarHilang, kerjakanHilang, sudahDibaca } from '../../app/hilang.ts';
import type { Dunia } from '../../app/world.ts';
import { hilang as words } from '../../i18n/id/hilang.ts';
import { Banner, Button } from '../../ui/index.ts';

type Props = { readonly dunia: Dunia; readonly onLanjut: () => void };

/** Between attempts while something is in the way: the line is bad, or another page is at it. */
const LAGI_MS = 15_000;

/** What whoever holds a lost phone sees; while it is open it goes on with handing over and wiping. */
export const Hilang = ({ dunia, onLanjut }: Props) => {
  const [pada, setPada] = useState<number | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let pergi = false;
    const kerja = async (): Promise<void> => {
      await kerjakanHilang(dunia, null).catch(() => 0);
      const [kabar] = await kabarHilang(dunia);
      if (pergi) return;
      if (kabar) setPada(kabar.pada);
      else timer = setTimeout(() => void kerja(), LAGI_MS);
    };
    void kerja();
    return () => {
      pergi = true;
      clearTimeout(timer);
    };
  }, [dunia]);
  const lanjut = async (): Promise<void> => {
    await sudahDibaca(dunia);
    onLanjut();
  };
  return (
    <main class="masuk">
      <img src="/favicon.svg" alt="" width="56" height="56" />
      <h1>{words.judul}</h1>
      <p>{words.isi}</p>
      <div role="status">
        <Banner tone={pada === null ? 'peringatan' : 'info'}>
          {pada === null ? words.menunggu : words.selesai(pada)}
        </Banner>
      </div>
      <p>{words.lain}</p>
      <p>{words.penemu}</p>
      <p>{words.pemilik}</p>
      <Button kind="tonal" block onClick={() => void lanjut()}>
        {words.masuk}
      </Button>
    </main>
  );
};
