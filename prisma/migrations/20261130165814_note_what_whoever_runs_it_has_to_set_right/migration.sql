-- CreateTable
CREATE TABLE "concern" (
    "name" TEXT NOT NULL,
    "says" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL DEFAULT now(),
    "expires_at" TIMESTAMPTZ(3),

    CONSTRAINT "concern_pkey" PRIMARY KEY ("name")
);
