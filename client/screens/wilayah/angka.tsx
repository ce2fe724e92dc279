import type { BarisPantau, BebanInstansi } from '../../../shared/protocol/index.ts';
import { useApp } from '../../app/context.ts';
import { angka, bulanTahun, persen } from '../../i18n/format.ts';
import { sebabKendala } from '../../i18n/id/kendala.ts';
import { wilayah as words } from '../../i18n/id/wilayah.ts';
import { Section, Stat } from '../../ui/index.ts';
import { jumlahSekolah, sebabSekolah } from './model.ts';

const bagian = (ada: number, dari: number): string => (dari === 0 ? '–' : persen((ada / dari) * 100));

/** Schools at a glance: how they fill in, who falls behind, what waits and how soon it is answered. */
export const AngkaSekolah = ({ list }: { list: readonly BarisPantau[] }) => {
  const semua = jumlahSekolah(list);
  const { menunggu } = semua;
  return (
    <>
      <div class="deret-angka">
        <Stat value={bagian(semua.terisi, semua.hariKerja)} label={words.terisi} />
        <Stat value={angka(semua.tertinggal)} label={words.tertinggal} detail={words.dariGuru(semua.guru)} />
        <Stat
          value={angka(menunggu.jumlah)}
          label={words.menunggu}
          detail={menunggu.sejak ? words.tertua(menunggu.sejak) : undefined}
        />
        <Stat value={bagian(semua.tepat, semua.periksa)} label={words.periksa} />
      </div>
      {semua.belumMulai > 0 && <p>{words.belumMulai(semua.belumMulai, list.length)}</p>}
    </>
  );
};

/** Causes as teachers told them, over all these schools; the instansi's admin goes from each to what he can do about it. */
export const SebabSekolah = ({ list, npsn }: { list: readonly BarisPantau[]; npsn?: string }) => {
  const { mengimpor } = useApp();
  const sebab = sebabSekolah(list);
  const satuSekolah = npsn ? `&npsn=${npsn}` : '';
  return (
    <Section title={words.judulKendala}>
      {sebab.length === 0 ? (
        <p class="redup">{words.takKendala}</p>
      ) : (
        <dl class="wilayah-sebab">
          {sebab.map(({ sebab: satu, guru, sekolah }) => (
            <div key={satu}>
              <dt>{sebabKendala[satu]}</dt>
              <dd>
                {words.kendalaGuru(guru, sekolah)}
                {mengimpor && (
                  <>
                    {' · '}
                    <a
                      href={`/tindakan?sebab=${satu}${satuSekolah}`}
                      aria-label={words.tindakLanjuti(sebabKendala[satu])}
                    >
                      {words.tindakLanjut}
                    </a>
                  </>
                )}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </Section>
  );
};

type Bagian = BebanInstansi['menit'];

type GolonganProps = {
  readonly judul: string;
  readonly bagian: Bagian;
  readonly tengah: string | null | undefined;
};

const Golongan = ({ judul, bagian, tengah }: GolonganProps) => (
  <>
    <h3>{judul}</h3>
    {tengah && <p>{words.tengah(words.golongan[tengah] ?? tengah)}</p>}
    <dl class="wilayah-sebab">
      {bagian.map(({ kategori, persen: nilai, batas }) => (
        <div key={kategori}>
          <dt>{words.golongan[kategori] ?? kategori}</dt>
          <dd>{words.bagian(nilai, batas)}</dd>
        </div>
      ))}
    </dl>
  </>
);

/** What recording costs: minutes in a week and seconds for an entry, in sums that name nobody; nothing where nobody was counted. */
export const BebanSekolah = ({ beban, shard }: { beban: BebanInstansi | null; shard?: string }) => {
  const milik = beban?.perSekolah.find((satu) => satu.shard === shard);
  const menit = shard === undefined ? beban?.menit : milik?.bagian;
  const detik = (shard === undefined ? beban?.detik : milik?.detik) ?? [];
  const tengah = shard === undefined ? beban?.tengah : milik?.tengah;
  if (!beban || !menit || menit.length === 0) return null;
  return (
    <Section title={words.judulBeban(bulanTahun(beban.periode))}>
      <Golongan judul={words.menitSepekan} bagian={menit} tengah={tengah?.menit} />
      {detik.length > 0 && <Golongan judul={words.detikKegiatan} bagian={detik} tengah={tengah?.detik} />}
      <p class="redup">
        {milik ? words.bebanSekolah(milik.bersama) : words.bebanKet(beban.sekolah, beban.tersembunyi)}
      </p>
    </Section>
  );
};
