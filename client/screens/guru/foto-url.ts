import { useEffect, useState } from 'preact/hooks';
import type { FotoRujukan } from '../../../shared/records/index.ts';
import { type AccountStore, photoThumb, photoUrl } from '../../store/index.ts';
import type { Photo } from '../../ui/index.ts';

type Kata = {
  readonly label: (nomor: number, dari: number) => string;
  readonly hapus?: (nomor: number) => string;
};

/** Photos as the grid and the viewer show them; `besar` asks for the whole picture, over the network where it is not here. */
export const useFoto = (
  store: AccountStore,
  owner: string,
  { foto, besar, kata }: { foto: readonly FotoRujukan[]; besar: boolean; kata: Kata },
): Photo[] => {
  const [urls, setUrls] = useState<Readonly<Record<string, string | undefined>>>({});
  const key = foto.map(({ sha }) => sha).join();
  useEffect(() => {
    let gone = false;
    const read = async (sha: string): Promise<void> => {
      const url =
        (besar ? undefined : await photoThumb(store, sha)) ??
        (await photoUrl(store, sha, owner).catch(() => undefined));
      if (!gone) setUrls((before) => ({ ...before, [sha]: url }));
    };
    for (const { sha } of foto) void read(sha);
    return () => {
      gone = true;
    };
  }, [store, owner, key, besar]);
  return foto.map(({ sha }, i) => ({
    id: sha,
    url: urls[sha],
    label: kata.label(i + 1, foto.length),
    ...(kata.hapus ? { removeLabel: kata.hapus(i + 1) } : {}),
  }));
};
