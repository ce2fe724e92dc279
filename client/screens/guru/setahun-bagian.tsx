import { useState } from 'preact/hooks';
import { type Masukan, ringkasMasukan, type Setahun, tulisAk } from '../../../shared/domain/index.ts';
import type { TahunSaya } from '../../app/setahun-muat.ts';
import { evaluasi } from '../../i18n/id/evaluasi.ts';
import { sebabKendala } from '../../i18n/id/kendala.ts';
import { setahun as words } from '../../i18n/id/setahun.ts';
import { Button, LinkButton, ListRow, Section } from '../../ui/index.ts';

const jumlah = (list: readonly number[]): number => list.reduce((a, b) => a + b, 0);

type KotakProps = { readonly value: string; readonly label: string; readonly detail?: string | undefined };

const Kotak = ({ value, label, detail }: KotakProps) => (
  <p>
    <b>{value}</b>
    <span>{label}</span>
    {detail && <span class="redup">{detail}</span>}
  </p>
);

/** The year in four figures. */
export const Angka = ({ tahun, log }: Pick<TahunSaya, 'tahun' | 'log'>) => {
  const { kegiatan, disetujui, menunggu, dikembalikan, berbukti, foto, tautan, bulan } = tahun;
  const belum = [
    menunggu > 0 ? words.menunggu(menunggu) : '',
    dikembalikan > 0 ? words.dikembalikan(dikembalikan) : '',
  ].filter(Boolean);
  return (
    <div class="setahun-angka">
      <Kotak value={String(kegiatan)} label={words.kegiatan} />
      <Kotak value={String(disetujui)} label={words.disetujui} detail={belum.join(', ') || undefined} />
      <Kotak
        value={String(berbukti)}
        label={words.berbukti}
        detail={words.buktiRinci(foto, tautan) || undefined}
      />
      {log !== 'mati' && (
        <Kotak
          value={String(jumlah(bulan.map(({ terisi }) => terisi)))}
          label={words.hariTerisi}
          detail={words.dariHari(jumlah(bulan.map(({ hariKerja }) => hariKerja)))}
        />
      )}
    </div>
  );
};

/** What the work was for, and of what kind it was. */
export const Kerja = ({ tahun: { rhk, jenis } }: { tahun: Setahun }) => (
  <>
    <Section title={words.rhk}>
      <ul class="daftar">
        {rhk.map((satu) => (
          <li key={satu.rhk ?? ''}>
            <ListRow title={satu.rhk ?? words.tanpaRhk} meta={words.rhkBaris(satu)} />
          </li>
        ))}
      </ul>
    </Section>
    <Section title={words.jenisJudul}>
      <ul class="daftar">
        {jenis.map(([nama, kegiatan]) => (
          <li key={nama}>
            <ListRow title={words.jenis(nama)} trailing={words.jumlahKegiatan(kegiatan)} />
          </li>
        ))}
      </ul>
    </Section>
  </>
);

/** Month by month, with what is empty and why; without days where the school asks for no daily log. */
export const Bulanan = ({ tahun: { bulan }, log }: Pick<TahunSaya, 'tahun' | 'log'>) => (
  <Section title={words.bulanJudul}>
    <table class="setahun-tabel">
      <thead>
        <tr>
          <th scope="col">{words.kolom.bulan}</th>
          <th scope="col">{words.kolom.kegiatan}</th>
          <th scope="col">{words.kolom.disetujui}</th>
          {log !== 'mati' && <th scope="col">{words.kolom.terisi}</th>}
        </tr>
      </thead>
      <tbody>
        {bulan.map((satu) => (
          <tr key={satu.bulan}>
            <th scope="row">
              {words.namaBulan(satu.bulan)}
              {log !== 'mati' && <span class="redup">{words.ketBulan(satu)}</span>}
            </th>
            <td>{satu.kegiatan}</td>
            <td>{satu.disetujui}</td>
            {log !== 'mati' && <td>{words.dari(satu.terisi, satu.hariKerja)}</td>}
          </tr>
        ))}
      </tbody>
    </table>
  </Section>
);

/** Days that are empty, and what she said of them. */
export const Sebab = ({ tahun: { sebab, bulan } }: { tahun: Setahun }) => {
  const kosong = jumlah(bulan.map((satu) => satu.kosong));
  return (
    <Section title={words.sebabJudul}>
      {sebab.length > 0 && (
        <ul class="daftar">
          {sebab.map(([satu, hari]) => (
            <li key={satu}>
              <ListRow title={sebabKendala[satu]} trailing={words.hari(hari)} />
            </li>
          ))}
        </ul>
      )}
      <p>{words.kosongJelas(kosong)}</p>
      {kosong > 0 && (
        <LinkButton kind="teks" href="/kendala">
          {words.keKendala}
        </LinkButton>
      )}
    </Section>
  );
};

type SatuProps = {
  readonly satu: Masukan;
  readonly uraian: string | undefined;
  /** Too far down for a screen at first; paper has it. */
  readonly lebih: boolean;
};

const SatuMasukan = ({ satu, uraian, lebih }: SatuProps) => (
  <li class={lebih ? 'setahun-isi hanya-cetak' : 'setahun-isi'}>
    <p>
      <b>{words.jenisMasukan(satu.jenis)}</b>
      {uraian !== undefined && satu.entri !== null && (
        <>
          : <a href={`/kegiatan/${encodeURIComponent(satu.entri)}`}>{uraian}</a>
        </>
      )}
    </p>
    <p class="kutipan">{words.kutip(satu.teks)}</p>
    <p class="redup">{words.masukanDari(satu.oleh, satu.pada)}</p>
    <p>{words.tindakan(satu)}</p>
  </li>
);

/** So many are shown at first on a screen; paper has them all. */
const AWAL = 8;

/** Feedback, the last first, each with what she did about it. */
export const MasukanSaya = ({
  masukan,
  uraian,
  dimuatPada,
}: Pick<TahunSaya, 'masukan' | 'uraian' | 'dimuatPada'>) => {
  const [semua, setSemua] = useState(false);
  const { diterima, ditindak } = ringkasMasukan(masukan);
  const urut = [...masukan].reverse();
  const lebih = (i: number): boolean => !semua && i >= AWAL;
  return (
    <Section title={words.masukanJudul}>
      <p>{words.masukanRingkas(diterima, ditindak)}</p>
      {urut.length > 0 && (
        <ul class="daftar">
          {urut.map((satu, i) => (
            <SatuMasukan key={satu.id} satu={satu} uraian={uraian.get(satu.entri ?? '')} lebih={lebih(i)} />
          ))}
        </ul>
      )}
      {lebih(urut.length - 1) && (
        <Button kind="teks" onClick={() => setSemua(true)}>
          {words.masukanLain(urut.length - AWAL)}
        </Button>
      )}
      <p class="redup">{dimuatPada === null ? words.belumDimuat : words.dimuat(dimuatPada)}</p>
    </Section>
  );
};

/** Results that stand, and what the year's earns. */
export const Hasil = ({ tahun: { hasil }, catatan }: { tahun: Setahun; catatan: TahunSaya['catatan'] }) => (
  <Section title={words.hasilJudul}>
    {hasil.length === 0 ? (
      <p>{words.hasilKosong}</p>
    ) : (
      <ul class="daftar">
        {hasil.map(({ periode, predikat, konversi }) => (
          <li key={evaluasi.periode(periode)}>
            <ListRow
              title={evaluasi.periode(periode)}
              meta={konversi ? words.ak(tulisAk(konversi.ak)) : undefined}
              trailing={evaluasi.predikat[predikat]}
            />
          </li>
        ))}
      </ul>
    )}
    {hasil.length > 0 && !hasil.some(({ periode }) => periode.tipe === 'tahunan') && (
      <p class="redup">{words.tahunan}</p>
    )}
    {catatan.length > 0 && (
      <ul class="daftar">
        {catatan.map((baris) => (
          <li key={baris.bulanAwal}>
            <ListRow title={words.catatanAk(baris)} trailing={tulisAk(baris.ak)} />
          </li>
        ))}
      </ul>
    )}
  </Section>
);
