import { useLocation } from 'preact-iso';
import { NILAI_BERAKHLAK, type TemuanSkp } from '../../../shared/domain/index.ts';
import type { Rhk } from '../../../shared/records/index.ts';
import type { App } from '../../app/context.ts';
import { skp as kata, mulai, isi as words } from '../../i18n/id/skp.ts';
import { type RancanganSkp, skpById, useLive } from '../../store/index.ts';
import { Banner, Button, Icon, LinkButton, ListRow, Section } from '../../ui/index.ts';
import { kodeBaru } from './skp-awal.ts';
import type { Menulis } from './skp-rancangan.ts';
import { CatatanKepala } from './skp-tampil.tsx';
import { DaftarTemuan } from './skp-temuan.tsx';

/** The form being written, and its address. */
export type Tempat = { readonly menulis: Menulis; readonly alamat: string };

/** Where a finding is mended: the page of its RHK or of its part. */
export const tempatTemuan = ({ rhk, kode, params }: TemuanSkp, isi: Menulis['isi']): string => {
  if (rhk !== undefined) return `?rhk=${isi.rhk[rhk]?.kode ?? ''}`;
  if (params?.['bagian'] !== undefined) return '?bagian=lampiran';
  return kode === 'perilaku_kosong' ? '?bagian=perilaku' : kode === 'tanpa_utama' ? '' : '?bagian=dasar';
};

const BarisRhk = ({ rhk, menulis: { isi, temuan }, alamat }: Tempat & { rhk: Rhk }) => {
  const nomor = isi.rhk.indexOf(rhk);
  const tolak = temuan.filter((satu) => satu.rhk === nomor && satu.berat === 'tolak').length;
  return (
    <li>
      <ListRow
        title={`${nomor + 1}. ${rhk.rhk.trim() || words.rhkBelum}`}
        meta={
          tolak > 0 ? (
            <span class="skp-kurang">
              <Icon name="triangle-alert" /> {words.perluDilengkapi(tolak)}
            </span>
          ) : (
            kata.ringkasRencana(rhk.indikator.length, rhk.rencanaAksi.length)
          )
        }
        href={`${alamat}?rhk=${rhk.kode}`}
      />
    </li>
  );
};

const Kelompok = ({ jenis, ...tempat }: Tempat & { jenis: Rhk['jenis'] }) => {
  const { route } = useLocation();
  const { menulis, alamat } = tempat;
  const daftar = menulis.isi.rhk.filter((rhk) => rhk.jenis === jenis);
  const tambah = (): void => {
    const kode = kodeBaru('R');
    const baru: Rhk = { kode, jenis, rhk: '', intervensi: null, indikator: [], rencanaAksi: [] };
    menulis.ubah({ rhk: [...menulis.isi.rhk, baru] });
    route(`${alamat}?rhk=${kode}`);
  };
  return (
    <Section title={jenis === 'utama' ? words.rhkUtama : words.rhkTambahan}>
      {daftar.length > 0 && (
        <ul class="daftar">
          {daftar.map((rhk) => (
            <BarisRhk key={rhk.kode} rhk={rhk} {...tempat} />
          ))}
        </ul>
      )}
      {menulis.isi.rhk.length < 40 && (
        <Button kind="tonal" icon="plus" onClick={tambah}>
          {jenis === 'utama' ? words.tambahUtama : words.tambahTambahan}
        </Button>
      )}
    </Section>
  );
};

/** What the plan holds, each part a page of its own, and what the rules say of it. */
export const Ikhtisar = ({ app, rancangan, ...tempat }: Tempat & { app: App; rancangan: RancanganSkp }) => {
  const { route } = useLocation();
  const { menulis, alamat } = tempat;
  const { isi, temuan } = menulis;
  const asal = useLive(
    async () => (rancangan.skp ? await skpById(app.store, rancangan.skp) : undefined),
    [rancangan.skp],
  );
  const terisi = isi.perilaku?.filter((satu) => satu.trim() !== '').length ?? 0;
  const butir = Object.values(isi.lampiran ?? {})
    .flat()
    .filter((satu) => satu.trim() !== '').length;
  return (
    <>
      {asal && <CatatanKepala skp={asal.content} state={asal.state} />}
      <ul class="daftar">
        <li>
          <ListRow
            leading="calendar"
            title={words.dasar}
            meta={[isi.periode?.awal && isi.periode.akhir ? kata.rentang(isi.periode) : '', isi.penilai?.nama]
              .filter(Boolean)
              .join(' · ')}
            href={`${alamat}?bagian=dasar`}
          />
        </li>
      </ul>
      <Kelompok jenis="utama" {...tempat} />
      <Kelompok jenis="tambahan" {...tempat} />
      <p>
        <LinkButton kind="teks" icon="book" href={`/skp/mulai?tahun=${isi.tahun}&ke=${rancangan.id}`}>
          {mulai.judulTambah}
        </LinkButton>
      </p>
      <Section title={words.perilakuLampiran}>
        <ul class="daftar">
          <li>
            <ListRow
              leading="users"
              title={kata.perilaku}
              meta={words.perilakuRingkas(terisi, NILAI_BERAKHLAK.length)}
              href={`${alamat}?bagian=perilaku`}
            />
          </li>
          <li>
            <ListRow
              leading="link"
              title={kata.lampiran}
              meta={words.lampiranRingkas(butir)}
              href={`${alamat}?bagian=lampiran`}
            />
          </li>
        </ul>
      </Section>
      <Section title={words.temuan}>
        {temuan.length === 0 ? (
          <Banner tone="berhasil">{words.temuanKosong}</Banner>
        ) : (
          <DaftarTemuan temuan={temuan} ke={(satu) => route(`${alamat}${tempatTemuan(satu, isi)}`)} />
        )}
      </Section>
    </>
  );
};
