import { useState } from 'preact/hooks';
import {
  type Jenjang,
  kapanCukup,
  kebutuhanAk,
  kurangAk,
  type LangkahAk,
  type Predikat,
  tulisAk,
} from '../../../shared/domain/index.ts';
import type { Pegawai } from '../../../shared/records/index.ts';
import { angkaKredit as words } from '../../i18n/id/angka-kredit.ts';
import { Banner, Card, Field, ProgressBar, Section, Select } from '../../ui/index.ts';
import { isPredikat, PilihanPredikat } from './ak-baris.tsx';

type Dasar = {
  readonly pegawai: Pegawai;
  readonly jenjang: Jenjang;
  readonly punya: number;
  /** First month without a row, `YYYY-MM`. */
  readonly mulai: string;
  readonly bulanIni: string;
};

const kata = (bulan: string | null, mulai: string): string =>
  bulan === null ? words.takTercapai : bulan < mulai ? words.cukup : words.cukupPada(bulan);

type LangkahProps = Dasar & {
  readonly langkah: LangkahAk;
  readonly judul: string;
  readonly predikat: Predikat;
};

const Langkah = ({ langkah: { kumulatif }, judul, predikat, punya, mulai, jenjang }: LangkahProps) => {
  const kurang = kurangAk(punya, kumulatif);
  const kapan = kapanCukup({ punya, butuh: kumulatif, mulai, predikat, jenjang });
  return (
    <Card class="tumpuk-rapat">
      <h3>{judul}</h3>
      <ProgressBar value={Math.min(punya, kumulatif)} max={kumulatif} label={judul} />
      <p>
        {words.dari(tulisAk(punya), tulisAk(kumulatif))}
        {kurang > 0 && ` · ${words.kurang(tulisAk(kurang))}`}
      </p>
      <p>
        <b>{kata(kapan, mulai)}</b>
      </p>
    </Card>
  );
};

/** What is missing to the next pangkat and jenjang, and when it is reached at a predikat of the teacher's choice. */
export const Ramalan = (dasar: Dasar) => {
  const [predikat, setPredikat] = useState<Predikat>('BAIK');
  const { pegawai, mulai, bulanIni } = dasar;
  const butuh = kebutuhanAk(pegawai, bulanIni);
  if (pegawai.status === 'PPPK') return <Banner tone="info">{words.pppk}</Banner>;
  if (!butuh) return <Banner tone="peringatan">{words.golonganAsing}</Banner>;
  const { pangkat, jenjang } = butuh;
  if (!pangkat && !jenjang) return <Banner tone="info">{words.puncak}</Banner>;
  return (
    <div class="tumpuk">
      <Field id="ak-selalu" label={words.bilaSelalu} hint={words.dihitungMulai(mulai)}>
        <Select
          value={predikat}
          onChange={(event) =>
            isPredikat(event.currentTarget.value) && setPredikat(event.currentTarget.value)
          }
        >
          <PilihanPredikat />
        </Select>
      </Field>
      {pangkat && (
        <Langkah
          {...dasar}
          langkah={pangkat}
          judul={words.menujuPangkat(pangkat.menuju)}
          predikat={predikat}
        />
      )}
      {jenjang && (
        <>
          <Langkah
            {...dasar}
            langkah={jenjang}
            judul={words.menujuJenjang(jenjang.menuju)}
            predikat={predikat}
          />
          <p class="redup">{words.syaratJenjang}</p>
          {predikat !== 'BAIK' && predikat !== 'SANGAT_BAIK' && (
            <Banner tone="peringatan">{words.predikatRendah}</Banner>
          )}
        </>
      )}
    </div>
  );
};

/** What is held now, in large figures. */
export const Terkumpul = ({ punya, jenjang, pegawai }: Pick<Dasar, 'punya' | 'jenjang' | 'pegawai'>) => (
  <Section title={words.milik}>
    <Card class="tumpuk-rapat">
      <p class="ak-besar">{words.terkumpul(tulisAk(punya))}</p>
      <p class="redup">{words.dalamJenjang(jenjang, pegawai.golongan)}</p>
    </Card>
  </Section>
);
