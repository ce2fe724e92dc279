CREATE TABLE "upload_parts" (
	"shard" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"part" text COLLATE "C" NOT NULL,
	"content" text COLLATE "C" NOT NULL,
	CONSTRAINT "upload_parts_shard_id_part_pk" PRIMARY KEY("shard","id","part")
);
--> statement-breakpoint
CREATE TABLE "uploads" (
	"shard" text COLLATE "C" NOT NULL,
	"id" text COLLATE "C" NOT NULL,
	"berkas" text COLLATE "C" NOT NULL,
	"sumber" text COLLATE "C" NOT NULL,
	"sha" text COLLATE "C" NOT NULL,
	"opened_at" bigint NOT NULL,
	"changed_at" bigint NOT NULL,
	"tahap" text COLLATE "C" NOT NULL,
	"round" bigint NOT NULL,
	"done" bigint NOT NULL,
	"total" bigint NOT NULL,
	"reading" text COLLATE "C",
	"sentence" text COLLATE "C",
	"actor" text COLLATE "C",
	"worker" text COLLATE "C",
	"tries" bigint NOT NULL,
	"impor" text COLLATE "C",
	"jumlah" text COLLATE "C",
	CONSTRAINT "uploads_shard_id_pk" PRIMARY KEY("shard","id")
);
