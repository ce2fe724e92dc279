CREATE TABLE "burden_reports" (
	"account" text COLLATE "C" PRIMARY KEY NOT NULL,
	"pekan" text COLLATE "C" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "burdens" (
	"shard" text COLLATE "C" NOT NULL,
	"pekan" text COLLATE "C" NOT NULL,
	"apa" text COLLATE "C" NOT NULL,
	"kelas" bigint NOT NULL,
	"orang" bigint NOT NULL,
	CONSTRAINT "burdens_shard_pekan_apa_kelas_pk" PRIMARY KEY("shard","pekan","apa","kelas")
);
--> statement-breakpoint
CREATE TABLE "figure_shards" (
	"shard" text COLLATE "C" PRIMARY KEY NOT NULL,
	"version" bigint NOT NULL
);
--> statement-breakpoint
CREATE TABLE "figures" (
	"shard" text COLLATE "C" NOT NULL,
	"apa" text COLLATE "C" NOT NULL,
	"hari" text COLLATE "C" NOT NULL,
	"siapa" text COLLATE "C" NOT NULL,
	"nilai" bigint NOT NULL,
	CONSTRAINT "figures_shard_apa_hari_siapa_pk" PRIMARY KEY("shard","apa","hari","siapa")
);
--> statement-breakpoint
CREATE INDEX "records_portofolio" ON "records" USING btree ("kind") WHERE "kind" = 'portofolio';