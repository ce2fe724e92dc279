CREATE TABLE "handed" (
	"id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"device" text COLLATE "C" NOT NULL,
	"received_at" bigint NOT NULL,
	"entri" bigint NOT NULL,
	"foto" bigint NOT NULL,
	"bytes" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "lost_phones" (
	"device" text COLLATE "C" PRIMARY KEY NOT NULL,
	"account" text COLLATE "C" NOT NULL,
	"marked_at" bigint NOT NULL,
	"was_live" bigint NOT NULL,
	"ordered_at" bigint,
	"wiped_at" bigint
);
--> statement-breakpoint
ALTER TABLE "envelopes" ADD COLUMN "signer" text COLLATE "C";--> statement-breakpoint
CREATE INDEX "handed_device" ON "handed" USING btree ("device");--> statement-breakpoint
CREATE INDEX "records_entri_hari" ON "records" USING btree ("shard") WHERE "kind" = 'entri';