CREATE TABLE "marks" (
	"scope" text COLLATE "C" NOT NULL,
	"key" text COLLATE "C" NOT NULL,
	"value" text COLLATE "C" NOT NULL,
	"until" bigint NOT NULL,
	CONSTRAINT "marks_scope_key_pk" PRIMARY KEY("scope","key")
);
--> statement-breakpoint
CREATE INDEX "marks_until" ON "marks" USING btree ("until");