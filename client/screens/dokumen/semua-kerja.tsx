import { useEffect, useRef } from 'preact/hooks';
import { namaBerkasOrang, tentangDokumen } from '../../../shared/documents/index.ts';
import { namaLengkap } from '../../../shared/domain/index.ts';
import type { RecordOf } from '../../../shared/records/index.ts';
import type { App } from '../../app/context.ts';
import {
  type Halangan,
  type Keadaan,
  type Kerja,
  kerja as kerjaKini,
  type MintaSemua,
  zipDokumen,
} from '../../app/dokumen-semua.ts';
import { unduh } from '../../app/download.ts';
import { useIsianTerbuka } from '../../app/sibuk.ts';
import { beriTahu } from '../../app/snackbar.ts';
import { dokumenSemua as words } from '../../i18n/id/dokumen-semua.ts';
import { kataMasalah } from '../../i18n/id/masalah.ts';
import { Banner, Button, ListRow, ProgressBar, Section } from '../../ui/index.ts';

type Orang = { readonly owner: string; readonly nama: string };

const SEBAB: Readonly<Record<string, string | undefined>> = words.sebab;
const JALUR: Readonly<Record<string, string | undefined>> = {
  tanpa_internet: words.putus,
  server_diam: words.diam,
  server_sibuk: words.sibuk,
  terlalu_sering: words.sibuk,
  wifi_masuk: words.wifi,
};

const kataHalangan = ({ code, params }: Halangan): string => {
  if (code === 'tidak_ada') return words.sebab.orang;
  const kurang = code === 'dokumen_kurang' ? SEBAB[String(params?.['sebab'])] : undefined;
  return kurang ?? kataMasalah(code, params);
};

const Daftar = ({
  judul,
  baris,
}: {
  readonly judul: string;
  readonly baris: readonly (readonly [Orang, string])[];
}) =>
  baris.length === 0 ? null : (
    <Section title={judul}>
      <ul class="daftar">
        {baris.map(([{ owner, nama }, sebab]) => (
          <li key={owner}>
            <ListRow title={nama} meta={sebab} leading="triangle-alert" />
          </li>
        ))}
      </ul>
    </Section>
  );

const gagalDari = (semua: readonly Orang[], { gagal }: Keadaan): (readonly [Orang, string])[] =>
  semua.flatMap((orang) => {
    const halangan = gagal.get(orang.owner);
    return halangan ? [[orang, kataHalangan(halangan)] as const] : [];
  });

type Props = { readonly kerja: Kerja; readonly semua: readonly Orang[] };

/** How far it is, why it stands still, and a way to stop. */
export const Berjalan = ({ kerja: { keadaan, sekarang, henti }, semua }: Props) => {
  useIsianTerbuka(true);
  const { jadi, gagal, kini, menunggu } = keadaan;
  const sudah = jadi.size + gagal.size;
  const nama = semua.find(({ owner }) => owner === kini)?.nama ?? '';
  const kata = words.maju(Math.min(sudah + 1, semua.length), semua.length, nama);
  return (
    <>
      <ProgressBar value={sudah} max={semua.length} label={words.judul} />
      <div role="status">
        {menunggu ? (
          <Banner tone="peringatan">
            {words.menunggu(JALUR[menunggu.code] ?? kataHalangan(menunggu), jadi.size, semua.length)}
          </Banner>
        ) : (
          <p>{kata}</p>
        )}
      </div>
      <div class="deret-tombol">
        <Button onClick={henti}>{words.henti}</Button>
        {menunggu && (
          <Button kind="utama" onClick={sekarang}>
            {words.cobaSekarang}
          </Button>
        )}
      </div>
      <Daftar judul={words.gagal} baris={gagalDari(semua, keadaan)} />
    </>
  );
};

type SelesaiProps = Props & { readonly onSimpan: () => void; readonly onUlangi: () => void };

/** What there is, who has none and why, and what can be done about it. */
export const Selesai = ({ kerja: { keadaan }, semua, onSimpan, onUlangi }: SelesaiProps) => {
  const { jadi, gagal, menunggu } = keadaan;
  const hasil = useRef<HTMLParagraphElement>(null);
  useEffect(() => hasil.current?.focus(), []);
  const belum = semua.filter(({ owner }) => !jadi.has(owner) && !gagal.has(owner));
  const kurang = semua.length - jadi.size;
  return (
    <>
      {menunggu && <Banner tone="bahaya">{kataHalangan(menunggu)}</Banner>}
      <p ref={hasil} tabIndex={-1}>
        {jadi.size > 0 ? words.selesai(jadi.size, semua.length) : words.tidakSatuPun}
      </p>
      <div class="deret-tombol">
        {jadi.size > 0 && (
          <Button kind="utama" icon="download" onClick={onSimpan}>
            {words.simpan(jadi.size)}
          </Button>
        )}
        {kurang > 0 && <Button onClick={onUlangi}>{words.ulangi(kurang)}</Button>}
        <Button
          kind="teks"
          onClick={() => {
            kerjaKini.value = null;
          }}
        >
          {words.lain}
        </Button>
      </div>
      <Daftar judul={words.gagal} baris={gagalDari(semua, keadaan)} />
      <Daftar judul={words.belum} baris={belum.map((orang) => [orang, words.belumKet])} />
    </>
  );
};

type Isi = {
  readonly minta: MintaSemua;
  readonly guru: readonly RecordOf<'pegawai'>[];
  readonly keadaan: Keadaan;
};

/** Hands what there is over as one ZIP; who is not in it is named inside, for whoever opens it later. */
export const simpanZip = async (
  { clock }: Pick<App, 'clock'>,
  { minta, guru, keadaan: { jadi, gagal } }: Isi,
): Promise<void> => {
  const dokumen = `${minta.jenis}-${tentangDokumen(minta)}`;
  const ada = guru.filter(({ owner }) => jadi.has(owner));
  const nama = namaBerkasOrang(
    ada.map(({ content }) => content),
    dokumen,
  );
  const tanpa = guru
    .filter(({ owner }) => !jadi.has(owner))
    .map(({ owner, content }) => {
      const halangan = gagal.get(owner);
      return `${namaLengkap(content)}: ${halangan ? kataHalangan(halangan) : words.belumKet}`;
    });
  const berkas = ada.map(({ owner }, i) => [nama[i] ?? '', jadi.get(owner) ?? new Blob()] as const);
  const catatan = [words.namaDaftar, new Blob([words.daftar(tanpa)])] as const;
  unduh(await zipDokumen(tanpa.length > 0 ? [...berkas, catatan] : berkas, clock()), words.namaZip(dokumen));
  beriTahu(words.tersimpan);
};
