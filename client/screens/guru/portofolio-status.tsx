import { useState } from 'preact/hooks';
import type { RecordOf } from '../../../shared/records/index.ts';
import { aturPortofolioSekolah, hapusPortofolio, tarikPortofolio } from '../../actions/index.ts';
import { useApp } from '../../app/context.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { portofolio as words } from '../../i18n/id/portofolio.ts';
import { umum } from '../../i18n/id/umum.ts';
import type { PortofolioRow } from '../../store/index.ts';
import { Banner, Button, Dialog, LinkButton, Section, Toggle } from '../../ui/index.ts';

/** Where it stands in a sentence, from what the server has said, not from what is hoped. */
const kataStatus = ({ state, lokal, pasti }: PortofolioRow): string => {
  const antri = lokal === 'antri';
  if (state.tahap === 'TERBIT')
    return antri && pasti !== 'TERBIT' ? words.status.terbitAntri : words.status.terbit(state.pada);
  if (state.tahap === 'DRAF') return words.status.draf;
  return antri && pasti === 'TERBIT' ? words.status.tarikAntri : words.status.ditarik(state.pada);
};

const salin = (alamat: string): Promise<void> =>
  navigator.clipboard.writeText(alamat).then(
    () => beriTahu(words.disalin),
    () => beriTahu(words.gagalSalin),
  );

const Alamat = ({ alamat }: { alamat: string }) => (
  <>
    <p class="portofolio-alamat">
      <span class="redup">{words.alamat}</span> <code>{alamat}</code>
    </p>
    <div class="deret-tombol">
      <Button kind="tonal" icon="copy" onClick={() => void salin(alamat)}>
        {words.salin}
      </Button>
      {'share' in navigator && (
        <Button
          kind="tonal"
          icon="share"
          onClick={() => void navigator.share({ title: words.judul, url: alamat }).catch(() => undefined)}
        >
          {words.bagikan}
        </Button>
      )}
      <LinkButton href={alamat} target="_blank" rel="noopener">
        {words.buka}
      </LinkButton>
    </div>
  </>
);

type Tanya = 'tarik' | 'hapus' | null;

/** Where her portfolio stands, its address, and the ways to take it back. */
export const StatusPortofolio = ({ row }: { row: PortofolioRow }) => {
  const app = useApp();
  const [tanya, setTanya] = useState<Tanya>(null);
  const terbit = row.state.tahap === 'TERBIT';
  const jalankan = async (mana: 'tarik' | 'hapus'): Promise<void> => {
    setTanya(null);
    const done = await (mana === 'tarik' ? tarikPortofolio : hapusPortofolio)(app, row.id);
    if (!done.ok) return beriTahu(kataMasalah(done.code, done.params));
    beriTahu(mana === 'tarik' ? words.ditarik : words.dihapus);
  };
  return (
    <div class="tumpuk">
      <p role="status">
        <b>{kataStatus(row)}</b>
      </p>
      {row.lokal === 'ditolak' && row.code && (
        <Banner tone="bahaya">
          {kataMasalah(row.code as Parameters<typeof kataMasalah>[0], row.params)}
        </Banner>
      )}
      {terbit && <Alamat alamat={`${location.origin}/p/${row.content.kode}`} />}
      <div class="deret-tombol">
        {terbit && (
          <Button kind="bahaya" onClick={() => setTanya('tarik')}>
            {words.tarik}
          </Button>
        )}
        <Button kind="teks" icon="trash" onClick={() => setTanya('hapus')}>
          {words.hapus}
        </Button>
      </div>
      {(['tarik', 'hapus'] as const).map((mana) => (
        <Dialog
          key={mana}
          open={tanya === mana}
          onClose={() => setTanya(null)}
          title={mana === 'tarik' ? words.tarikTanya : words.hapusTanya}
          closeLabel={umum.aksi.tutup}
        >
          <p>{mana === 'tarik' ? words.tarikIsi : words.hapusIsi}</p>
          <Button kind="bahaya" block onClick={() => void jalankan(mana)}>
            {mana === 'tarik' ? words.tarik : words.hapus}
          </Button>
        </Dialog>
      ))}
    </div>
  );
};

/** For a head or his pengawas: whether teachers of his schools may publish. */
export const IzinSekolah = ({ satker }: { satker: readonly RecordOf<'satker'>[] }) => {
  const app = useApp();
  if (satker.length === 0) return null;
  const atur = async (id: string, boleh: boolean): Promise<void> => {
    const done = await aturPortofolioSekolah(app, id, boleh);
    if (!done.ok) beriTahu(kataMasalah(done.code, done.params));
  };
  return (
    <Section title={words.izinJudul}>
      {satker.map(({ id, content: { nama, portofolio } }) => (
        <Toggle
          key={id}
          id={`izin-${id}`}
          label={words.izinSekolah(nama)}
          hint={portofolio?.instansi ? words.izinKet : words.izinInstansi}
          checked={portofolio?.sekolah ?? true}
          onValue={(boleh) => void atur(id, boleh)}
        />
      ))}
    </Section>
  );
};
