import { Fragment } from 'preact';
import {
  type Bagian,
  type Baris,
  type Blok,
  type Dokumen,
  type Kolom,
  type Sel,
  type Tabel,
  type TandaTangan,
  teksSel,
} from '../../../shared/documents/index.ts';
import { formatNip } from '../../../shared/domain/index.ts';
import { dokumen as words } from '../../i18n/id/dokumen.ts';
import { KopLembar } from './kop.tsx';

/** Object URLs of a document's photos by hash; undefined where a photo is not on this phone. */
export type FotoUrl = Readonly<Record<string, string | undefined>>;

const Kotak = ({ sel, kolom }: { sel: Sel | undefined; kolom: Kolom }) => {
  if (sel === null || sel === undefined) return null;
  const tinggi = typeof sel === 'string' ? 1 : sel.baris;
  const teks = teksSel(sel);
  return (
    <td
      rowSpan={tinggi}
      class={[kolom.rata, teks === '' && 'hampa'].filter(Boolean).join(' ')}
      data-judul={kolom.judul}
    >
      {teks}
    </td>
  );
};

const BarisTabel = ({ baris, kolom }: { baris: Baris; kolom: readonly Kolom[] }) =>
  'kelompok' in baris ? (
    <tr class="kelompok">
      <th scope="colgroup" colSpan={kolom.length}>
        {baris.kelompok}
      </th>
    </tr>
  ) : (
    <tr class={baris.tebal ? 'tebal' : undefined}>
      {kolom.map((satu, i) => (
        <Kotak key={satu.judul} kolom={satu} sel={baris.sel[i]} />
      ))}
    </tr>
  );

const TabelLembar = ({ tabel: { kolom, nomor, baris, kosong } }: { tabel: Tabel }) =>
  baris.length === 0 ? (
    <p>{kosong}</p>
  ) : (
    <table class="lembar-tabel">
      <colgroup>
        {kolom.map(({ judul, lebar }) => (
          <col key={judul} style={{ inlineSize: `${lebar}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {kolom.map(({ judul }) => (
            <th key={judul} scope="col">
              {judul}
            </th>
          ))}
        </tr>
        {nomor && (
          <tr class="nomor">
            {kolom.map(({ judul }, i) => (
              <td key={judul}>{`(${i + 1})`}</td>
            ))}
          </tr>
        )}
      </thead>
      <tbody>
        {baris.map((satu, i) => (
          <BarisTabel key={i} baris={satu} kolom={kolom} />
        ))}
      </tbody>
    </table>
  );

const Daftar = ({ daftar }: { daftar: readonly string[] }) =>
  daftar.length === 0 ? (
    <p>{words.kosong}</p>
  ) : (
    <ol>
      {daftar.map((teks) => (
        <li key={teks}>{teks}</li>
      ))}
    </ol>
  );

const Foto = ({ foto, url }: { foto: NonNullable<Bagian['foto']>; url: FotoUrl }) => (
  <div class="lembar-foto">
    {foto.map(({ sha, keterangan }, i) => (
      <figure key={`${sha}-${i}`}>
        {url[sha] ? (
          <img src={url[sha]} alt={keterangan} />
        ) : (
          <p class="lembar-foto-hampa">{words.fotoTidakAda}</p>
        )}
        <figcaption>{keterangan}</figcaption>
      </figure>
    ))}
  </div>
);

const BagianLembar = ({ bagian, url }: { bagian: Bagian; url: FotoUrl }) => (
  <section class={bagian.halamanBaru ? 'halaman-baru' : undefined}>
    {bagian.judul && <h3>{bagian.judul}</h3>}
    {bagian.tabel && <TabelLembar tabel={bagian.tabel} />}
    {bagian.daftar && <Daftar daftar={bagian.daftar} />}
    {bagian.foto && <Foto foto={bagian.foto} url={url} />}
  </section>
);

const Identitas = ({ blok }: { blok: readonly Blok[] }) => (
  <div class="lembar-identitas">
    {blok.map(({ judul, baris }) => (
      <div key={judul}>
        <h3>{judul}</h3>
        <dl>
          {baris.map(([label, isi]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{isi}</dd>
            </div>
          ))}
        </dl>
      </div>
    ))}
  </div>
);

const Tanda = ({ tanda }: { tanda: readonly TandaTangan[] }) => (
  <div class="lembar-tanda">
    {tanda.map(({ peran, tempatTanggal, nama, nip }) => (
      <div key={peran}>
        <p>{tempatTanggal || '\u00A0'}</p>
        <p>{peran}</p>
        <p class="lembar-nama">{nama || '\u00A0'}</p>
        <p>{words.nip(nip === '' ? '' : formatNip(nip))}</p>
      </div>
    ))}
  </div>
);

type Props = { readonly dokumen: Dokumen; readonly kertas: 'A4' | 'F4'; readonly url: FotoUrl };

/** A document as a sheet: on a narrow screen rows become cards, on paper they are the form's table. */
export const Lembar = ({ dokumen, kertas, url }: Props) => (
  <article class={`lembar kertas-${kertas.toLowerCase()}-${dokumen.arah}`}>
    <header>
      <KopLembar kop={dokumen} logo={dokumen.logo && url[dokumen.logo]} />
      <h2>{dokumen.judul}</h2>
      {dokumen.keterangan.map((baris) => (
        <p key={baris}>{baris}</p>
      ))}
    </header>
    <Identitas blok={dokumen.identitas} />
    {dokumen.bagian.map((bagian, i) => (
      <Fragment key={i}>
        <BagianLembar bagian={bagian} url={url} />
        {bagian.bertanda && <Tanda tanda={dokumen.tanda} />}
      </Fragment>
    ))}
    <Tanda tanda={dokumen.tanda} />
    <footer>
      {[...dokumen.catatan, words.dariHp].map((baris) => (
        <p key={baris}>{baris}</p>
      ))}
    </footer>
  </article>
);
