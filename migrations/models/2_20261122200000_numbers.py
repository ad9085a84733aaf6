"""Numbers and AI: pairing codes, restrictions, media that is fetched beside the inbox, failures of providers."""

from tortoise import BaseDBAsyncClient

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return """
        CREATE TABLE IF NOT EXISTS "scenarios" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "name" VARCHAR(120) NOT NULL,
    "description" TEXT NOT NULL,
    "language" VARCHAR(12) NOT NULL,
    "steps" JSONB NOT NULL DEFAULT '[]'::jsonb,
    "expected" JSONB NOT NULL,
    "forbidden" JSONB NOT NULL DEFAULT '[]'::jsonb,
    "is_sample" BOOL NOT NULL,
    "updated_at" TIMESTAMPTZ NOT NULL,
    CONSTRAINT "uid_scenarios_name_c3d43c" UNIQUE ("name")
);
COMMENT ON TABLE "scenarios" IS '`steps`: what the customer does, in order, e.g. {\"says\": \"hello\"} or {\"sends\": \"receipt\"}.';
        CREATE TABLE IF NOT EXISTS "scenario_runs" (
    "id" BIGSERIAL NOT NULL PRIMARY KEY,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state" VARCHAR(32) NOT NULL,
    "assistant" VARCHAR(32) NOT NULL,
    "prompt_version" INT NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "transcript" JSONB NOT NULL DEFAULT '[]'::jsonb,
    "problems" JSONB NOT NULL DEFAULT '[]'::jsonb,
    "asked_by_id" BIGINT REFERENCES "staff" ("id") ON DELETE SET NULL,
    "provider_id" BIGINT REFERENCES "ai_providers" ("id") ON DELETE SET NULL,
    "scenario_id" BIGINT NOT NULL REFERENCES "scenarios" ("id") ON DELETE CASCADE
);
CREATE INDEX IF NOT EXISTS "idx_scenario_ru_scenari_3ccf91" ON "scenario_runs" ("scenario_id", "id");
CREATE INDEX IF NOT EXISTS "idx_scenario_ru_state_959e5a" ON "scenario_runs" ("state", "id");
COMMENT ON COLUMN "scenario_runs"."state" IS 'WAITING: WAITING\nRUNNING: RUNNING\nPASSED: PASSED\nFAILED: FAILED\nBROKEN: BROKEN';
        ALTER TABLE "send_attempts" ADD "is_outreach" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "whatsapp_accounts" ADD "answers_with" VARCHAR(32);
        ALTER TABLE "whatsapp_accounts" ADD "pairing_phone" VARCHAR(32);
        ALTER TABLE "whatsapp_accounts" ADD "answers_with_provider_id" BIGINT;
        ALTER TABLE "whatsapp_accounts" ADD "pairing_code" VARCHAR(16);
        ALTER TABLE "whatsapp_accounts" ADD "restricted_until" TIMESTAMPTZ;
        ALTER TABLE "whatsapp_accounts" ADD "pairing_code_expires_at" TIMESTAMPTZ;
        ALTER TABLE "whatsapp_accounts" ADD "is_lab" BOOL NOT NULL DEFAULT False;
        ALTER TABLE "conversations" ADD "summary" TEXT;
        ALTER TABLE "conversations" ADD "summary_until" BIGINT;
        ALTER TABLE "messages" ADD "media_reference" BYTEA;
        ALTER TABLE "payment_proofs" ADD "reading" JSONB;
        ALTER TABLE "ai_providers" ADD "failures" INT NOT NULL DEFAULT 0;
        COMMENT ON COLUMN "notices"."kind" IS 'ACCOUNT_BANNED: ACCOUNT_BANNED\nACCOUNT_LOGGED_OUT: ACCOUNT_LOGGED_OUT\nACCOUNT_RESTRICTED: ACCOUNT_RESTRICTED\nPROGRAM_OUTDATED: PROGRAM_OUTDATED\nPROVIDER_KEY_REFUSED: PROVIDER_KEY_REFUSED\nPROVIDER_OUT_OF_CREDIT: PROVIDER_OUT_OF_CREDIT\nPROVIDER_MODEL_GONE: PROVIDER_MODEL_GONE\nPAYEE_CHANGED: PAYEE_CHANGED\nCHAT_NEEDS_HUMAN: CHAT_NEEDS_HUMAN\nWEBHOOK_PAUSED: WEBHOOK_PAUSED';
        CREATE INDEX IF NOT EXISTS "idx_knowledge_e_positio_baf2d4" ON "knowledge_entries" ("position", "id");"""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return """
        DROP INDEX IF EXISTS "idx_knowledge_e_positio_baf2d4";
        ALTER TABLE "send_attempts" DROP COLUMN "is_outreach";
        ALTER TABLE "whatsapp_accounts" DROP COLUMN "answers_with";
        ALTER TABLE "whatsapp_accounts" DROP COLUMN "pairing_phone";
        ALTER TABLE "whatsapp_accounts" DROP COLUMN "answers_with_provider_id";
        ALTER TABLE "whatsapp_accounts" DROP COLUMN "pairing_code";
        ALTER TABLE "whatsapp_accounts" DROP COLUMN "restricted_until";
        ALTER TABLE "whatsapp_accounts" DROP COLUMN "pairing_code_expires_at";
        ALTER TABLE "whatsapp_accounts" DROP COLUMN "is_lab";
        ALTER TABLE "conversations" DROP COLUMN "summary";
        ALTER TABLE "conversations" DROP COLUMN "summary_until";
        ALTER TABLE "messages" DROP COLUMN "media_reference";
        ALTER TABLE "payment_proofs" DROP COLUMN "reading";
        COMMENT ON COLUMN "notices"."kind" IS 'ACCOUNT_BANNED: ACCOUNT_BANNED\nACCOUNT_LOGGED_OUT: ACCOUNT_LOGGED_OUT\nPROVIDER_KEY_REFUSED: PROVIDER_KEY_REFUSED\nPROVIDER_OUT_OF_CREDIT: PROVIDER_OUT_OF_CREDIT\nPAYEE_CHANGED: PAYEE_CHANGED\nCHAT_NEEDS_HUMAN: CHAT_NEEDS_HUMAN\nWEBHOOK_PAUSED: WEBHOOK_PAUSED';
        ALTER TABLE "ai_providers" DROP COLUMN "failures";
        DROP TABLE IF EXISTS "scenarios";
        DROP TABLE IF EXISTS "scenario_runs";"""


MODELS_STATE = (
    "eJztfW1z2ki28F/p4svMVjGpxMl4fcmtWyXbOGFjgy/gyWaHKUWGxmgtWhpJmHD3mf/+dL"
    "de0EtLSEKAJJ8vtpD6tOCc7tPn/fyntdRnWLPe9MiLaiu2qpNWB/2nRZQlpheCp23UUgxj"
    "+4zdsJVHjQ9X/XH8vvJo2aYytemjuaJZmN6aYWtqqob7opaENJU8o8cNWi/U6QJZ+hI/6r"
    "MN+reuEgvZC4yshW58RES3Fyp5QqqFLExsBoF/WSqq9oa9aKZP6Zvo8xLnXBH1zxWWbf0J"
    "UxCTzvz77y1bf8ZEXijWovXHH232g2f4B7bYQ/bReJbnKtZmIRyqMzYdvy/bG4Pfu1Sfes"
    "S+4WPZ93+Up7q2WpLteGNjL3TiA6jEZnefMMGmYmP2BttcMYySlaa5+PeQ7Hz17RDnWwZg"
    "ZniurDRGFwbtfIHtvZYs9wdjedQdy3IrRjMPIoBy99aUkp3Sm35ViyPgiX2FX/7r7Oz9+7"
    "+fvX1/fvHrh7///deLtxd0LP++8Ud//8v5MltsOVNxnPU+9fpj9oV0uqicBcdu/MVhFFtx"
    "oDgxttifmpjhS1bsOBWu6RNbXWIxHcKQEXrMXNA33kWUOh4t0sjj3djSZ7tNUgnU19c//2"
    "0P0qRgedy7647G0t09m35pWX9qHFPSuMuenPG7m8jdn8//FiaLPwn62ht/Ruwj+teg3+WI"
    "1C37yeRv3I4b/6vFvpOysnWZ6GtZmQWx4d32btGhWwJjtmPjtL1aKKaYrj5AhKQUQUclYk"
    "m7bKn8kDVMnuwF/Xj264cU2v4mDa8+S8Of6agIwfruozPn2V8hDJu6hsUI7pLVkiO5R7+T"
    "QqY4hmwPtsq4bg2+9rvDDuL/JkS6vuv1O4j/o58+dftj+on9m5Dfet2vbKjzP3r0ZKHQ+7"
    "MMBHp/lkgf9ihMnsCZJDhniGJuxPsgDBch0OPGxlZ1SFQGZ7u8HVyGmBrF6WWvLw2//Xwn"
    "/fNvIc52O+h/8sYHGdblt3FXiuAf/zBU+rjACROGrNQJc3Bq1O6cUaZTbBSTJCKgJRDale"
    "OAzuXT2cQvlDEWIXMYEqhcZSpzTZXS6nEj59bPoqC7VbXq0/Z4yhrTk+fPQl1ti9k4RW50"
    "E6tP5AvexATOCP5dm8XIVubz+hHiL2+5eXe3X9FU1r55Ib4KKQbo78Y2xwH9Fqj/cHvb4u"
    "h+VKbPa8WcySG8syf6mR6544+NP1qeLaN3FKI8cRyxH8O+uov8IZ7qL9jcXNGPLYFBKfS8"
    "nWZSMt2RFCMznNGqRElPZhZSCZrrJjf4UF6wwMRWp4pN79C3tZFOV0/ceJQPVGgjsryFx7"
    "4x2Ioqxn7aYCt6vaf+dkcKdlmyphwCA0W5XVBRXlmF9lYADGTqKu8ufvDlFqeDUIUk6art"
    "rEqI0r4QciQpumpEyCpGB1dfSIK+kkZX0nX3VAL0CNsr41YlzyLpefswVXS22DCZOUMzys"
    "1jKu5y36m9UGy0VJ6x4y6dq6ZlI31NV8BHhBXmU7UV00YmNjRlSgepNlpREVmjkjFGa8VC"
    "jGfHhesDzC+QwEHWrgp/Aln7FUsD4JYCaRuk7XL3V0zgO5FwQkXIHpFsGy8NWyighAakCy"
    "l0qKwSuuT44IySyoDKAXNF1fAMsQl+UUkbTXUqI9AbBjaRMuWfkELcz7MZRb3FQ7yYNREZ"
    "pk4FCysuo5Q6827p5D+tLc63kSmBI46Nxz8M9g4eVudO4SLcXebeFm3xwRR3/ANnB4Hp3a"
    "9a4gtAtgLZCmQriHlrXsxbgFdmxXEApIFYPs+C5PNkHJ9zFFdFgOFWLZHg4pm7UgQWf8gu"
    "KSUZ00K/obNHwVUIRywcsXDEVor5H+SI5f9zINgb30D8vjt7mwG/dFQifvkzCNuvUdi+oV"
    "jWWqeSjNhEOqZqtngfxACrTKRSzo7uP8ehY8NDq9hA6g0PkOGK2UzD6Fctmcpu6otgi1zq"
    "dPUrJEGMCsJFrdMU8FCo90SsIxunB4PbEOove1HcPtxddilv4nSgg1Q7JEEJ1vt0oZCnQq"
    "JTwhSVkqHAUB2VpDTFsuWtmTcv0QXg4JioMr1t3TbkqWpQxdamh1he718MuKALsD4UPpQH"
    "kOPyGYszHJLl7AhYIemiYsiPSNvnWYTt6BYKyNrn8RRMijJM2I8vcq4JwIHFVZ7FOQeTjY"
    "18drg4LOQP7RX0mGxCjmQWbQuTRKjlAt98GWLNr3IijocMV0KpF42SYiIj6Y/RfJviyIpm"
    "+dRTCE/Hl+X5zffCFPc7jJypmoopqrxRKZ6ecHQYXRVWGdvxKjBVQzdkEFv0QLL33ZRBlP"
    "XpdA1F25JuJuVpX2TdObM0FEe6OcMmN2ftvREHbCpp2uB96CCrhA3IUdXgnWfi+YrM9hYd"
    "2CSNxdCLitf0JDRMXZ/vial7ZbPExL5nUzUUXywylKIBy+zg2p9XuUx97M76mzNpQ3FHl9"
    "jSsEvC3GhDddblPZ+y2WhTDJXZwPbEl2SoX/CmoSha48eFrj/viaKvziwNxZE1xUQxVV02"
    "V3vvPXeq4aqpe87CmGs46nRfEavPJxnR+ZqkTB88ItIzQCQFRgYMFDviI+WgWSRbOodjHP"
    "hFJejR1NcWNt+gLksFpeKkia3FNhmUZYzyJLGPSCFI12Y8K9Ra6GuClCeKMIRZCRde59f5"
    "FuIsj0O/MGfyRzATOVAYENIzammlbiOIHX217iGXgxRIfo1CQvpru6Dz22BKtr6y5OLESJ"
    "wCIhIKEsVFZMHqmmHYSnE/cJHH4uehKvJrIDNUy31NVKbip+Xof1mDyeKQzYsnKyc1ErJP"
    "j4rilcVcnxQpAsaVjOUwVAMR/eFtlkwkOioR1fxZGNdQGPDUMXJQGLA5hQHJLK3yTuBxO7"
    "04IJkVKLrjhtWghULJN0O2jr4uFNuSDOOjYwDV1Bnrqbam5NXXSJ+j929ZNe3zt8hy6uhw"
    "Q6mFEbO5ig2zB3hHTlusW+THJT8Uy6k7P2yDNfb1Ki8uO8ktf4ThQALJueNCqbb6yjZZYV"
    "cBBXYk2wYhj5hu698JUkF8LpZicC0vzzZ8dmVf7mE4WO5lCdwuXksQubkURCU6aTtjzQiS"
    "VfgOr8Uqid9RGghEcAGZksXwtTtYdn9yNlE8GeFQD7vCXALE0FcshkK5I9/IeJHFxniRbG"
    "K8iFkYn1WSkOO+u9aRB1tlRLe+fpbGI+n+voO8qwkZ9e4ebqXxYNhB/mXUoJKFHOXXNvp3"
    "vooD/25qpYHyF7pBMZSLjfgAzcNu+euWcgh7leB2281IttDHYyWt697oatDvd6/G3etWTq"
    "YShO2g4KcJcS97/U8dtL327zOAwOhLiV7SW87/ajAhhxwFfNYxwOZtnfL9qS7Sihf3Ek5Q"
    "KWkW4kKiMu2jQlhCP+/NlJfeUViIAKoypa2FvtJ46QaCp6KaXmlm3DjwqS25taqcqBBrjU"
    "1LXqu2wICeEhIUgWveMVa+0BDEGUvPflFZ1n9uW3rKLFDtaQ8/EsVHfheSC3RqnlML7xFF"
    "l/eNc+M5AAi4zlIR19R/bApXyhRBQ2JK4Wwhhsz8tTKjcM07Yssvlun48oqoiGFIUBiqrD"
    "C4wr5sYopaq6BnK2EOoHyVKf+nyWtHxomd3NIgANIEDppGzUP0MqDoK55uFwOG3VXl3WUo"
    "Kvutcn5HUBSwCTvt8E1aHKSJGdpuZDeJqx1aLgzibA9+ljINcLYqczY6Ff2xU7uoQ0EEDx"
    "SvMsV5FXz8goldtC9MEBhoXWVa62uK+TxHqA/QvLOzfO87R5Y8x25YSnZPRQTweGH/bw+F"
    "6ZO4JhgaCx5bEVDgYlXjYrHcjuTMg2Aty0h6bWRL5in8GU7prWe4y44eByvL1pfY3Le1gT"
    "tNY9F0ssYZtUQXVkxtI9MPZMYqpO+JsS6bTfImayrOjt02o5ZI4q0gyugC0VQEWepypfGk"
    "JPpbVcpo1H1X1Mib8dqZMEtR9dqgLlfCYqz1VDJiBwSPdfonQxV2Nw0xewuqagqZYtwWyO"
    "9MKYUtwFWG/M58BbHZO3itkydKgbWyQQRjVmJaR1Mq4CC2NBALLtNXNlLowzWypgrpIKk7"
    "+uXs1/NfPl3dtdGjviK8fIqbW4oU+tFtBBGvvHKcV0J+aqU1WshPfVWqbUi5KBiHVkoEWk"
    "WP6mOGoOUPPtsz7KxqOD+0f/Fl27Ao+yESAIKSKIXNoytjVvDwCENW6vAA62j0CKlS6aFX"
    "IrLlME7HtcwMRYo8FTKW+XywEkUnJdzBChTtVXTons6i8CUVU0a9R+00JdRwBh2+tlC4oR"
    "E2X9SpXz9Pt1TPBkHvMEAopFk7dtMGDfH1Hu9QwWirnZxlqexCRyXrJ2ex2i7BbxZDc3Lw"
    "fATsiLVHWieQiQ8RPz+n7GdlilwU/xgN+mKsB2GiHEud2uj/IU21DqYhtv57viK82zp6XK"
    "marRLrDXvf/5yAJAxH6SSJYj/Cm9gEUZLMViZ3WcgJcmnimR4HbFDC9dm7D3//cPH+/IN/"
    "sPt30s7zuELuY4n+wIQGGLvrHcUmqXCkXuvz4GHYQezvhFxL3zqI/pmQr93ulw5ifyfkbt"
    "Aff+4g/m9CvnUlOp79jXpKTpSJYDJZWlmKt0OalBuFBDtWYTvWdGWamEw3eaSgIEwDJaH3"
    "WRZ68jqPLfOAmpiR4wdBGhO/WhqnVy2ZavvqiygueEc9hy3cEcs5eHpzbav1gK07eW1TPX"
    "82INqm5ccM1VQ5FvSuDxq7sh/OESMZHM17Gb9j9IgTI3+jq+1MNSNEVmN2eA3mrbYfUCpM"
    "Zb5vlO01m6MyWkN9w0brgp9coY853SbezhW4TQKbOq1FGh90ZLdJWPACr0kDzqk2eE3Aaw"
    "JeE/CaNMprAqYaMNWAqaZyZy+YatpxU02hHO5g2FRxjS0QoVWzNXASpc3P4RZobcH87mS1"
    "LZRMvjvV6oFjGz1u0M9uVF8baersbx2kE4wMOo9O0Nqk5xZ5YplN9lpnLaf1lUm/+vKRPk"
    "eqxe/6L44nVx3qJQLd8vdgMKfGlMY0bTMSestrw4GWCVomaJlVPtPiWqaWL3VIa2zeELRc"
    "q1eFzelCxJNSwikWQk4ES1e4dE19rmpYzmuDisI1wDpyBEuUppCnlSvqZ2bEAZjmsYt3Wd"
    "jFu2R28S7GLng7Fwdl8nShW1iUz7mzH0xsglP3K6mV2YTodq7q7t74BnCRY9tYHzV9+lxI"
    "bg9DQlXBKgvvnFaJjUqTN1YUrgkHyLF3mG4w7VZfFSlBHIWFXVblXWYrT7kyfLzxlc7uGf"
    "2pXTuffp60fvr9j586nX9TbvA4aR3IMnKQbB/2ekwKNwkKwcImrPImdKklW/rKFIVnpij+"
    "MciTypPVVkUpBqxCuykECFupylsJvNfJO6xZ3uuq1tg5NZVPkgO4xOYT3Tv0S+i5iRCHbV"
    "By8mkTPhIrGOVO+CihhlE1Trl9qhgNKZ8a9q7GraS1XwKic5Trr9iKz4rg+H4PIZl+DdR/"
    "uL3Nll7jTCZgOIfpkFATlEe1C2iQkB1dUOw/A5Kg2P+RIwDv8ExVblSOkFgI4PZhOy0GcM"
    "mGycyHnTEKUEKUMZp4hhjMG9SzLcRoyKPuFphH6an0Hq9njKyFvm4jgimDCDxFa4U+UlRe"
    "/3yhvOB4GODB3iKMA+TvYk+f8SY9CtBaKGe/nkPgXz2l4jaCwL9XawXyN3lWO6oP0MAIqv"
    "KLhjPWmQO57vAGovbsbRYzNR2ViFz+LOb3sZlNnyMqB5qjcA3E97tM+H6Xgu93cXwzwUK2"
    "1P/L2SQ0BAamw8KmQ1fMEuA+ub3GFgZaa7RRsdYaBjan2LBXiiYvFGuRjwAC4IKUqKZF5Z"
    "iEKBSM3OxI5IOcq46JsYjUH4YEB3DVRP9CiawrQ9OV2d5mvpmqPPCZakv2aplD64gjw9T1"
    "+d4Z0RvWQveeTVVfAeYERlF39yWZRbebc5dhNMAQdptGxwuMTPVpYTOL4/3DmBsi2aFML6"
    "b4I1LmNjbZL7Ta3E7JH9msm+SUfsm4EbSE+YTmTlt/xsSR0aLGTjBOgnESjJMnCLnebknB"
    "NkvWucJwoPi2iyq+K5MOSdC2dhf4D4BX2cLWogt1JH3qdpB7MSH3w8HgpoP4vwm5ksbS7e"
    "BTB7kX0SMpi552gMxnRdMcr3Bms6cPUWVyFFSEzz9kQPD5h0QEs0dgXc6I7MNZlzV1Keoo"
    "stO87MOBfbmwfRnMa8cxr+EfhkpP3SLpFSHISsmtYF+LSq+Orpw/xnsLBdHdJUV3c6TG6Z"
    "A75DgUPlYvOmSPOd6uv9zRxoc0YYUiakXV/SIRtykV/qJhvserzq4pli27hmKXi+9Zl51x"
    "nMALvPp+LgXLnZxuD3vFMRb9HRD6V0uW2Qbr2uuVT7a7uYhxZwt9RKFfuhr3fuvmFP1dqA"
    "5y/k/IV6k37vU/yffSt7tuf9xBkRsTcjW4u7/tjrvXHeRfToh0KfWvKTHoXf+yGrYghVhr"
    "bNIt95gQbribnpEpjknUXm6C9igFehPy+eFO6ncQ/zch99LDiNHG+V8Rwqgy3bGrZSFtLw"
    "YM8RRV5qeKzcx+wo4GGbdgcIIKF2NqSaMv3Wv5ZjCU3R0YuTEhN7eDAd2K/N+EUMzeduVL"
    "6eoLN6OHPk7I+GHYl2+k3i3bvIEPFK7bv/afBD64BnrZ5duuod77WI2dzzQM4VpIk2ADQI"
    "3pb3H0/HqyiiM9uUyTN74aZZrYaxvThB0qZlWWNCvCSpzICTUPEvlTFOyETOrt3oyptMY7"
    "VERbKqZA8k4uvRgAqfBBX4oYd4iqiy76ZLoMVS3fERsDBSN70aNWYMzMo94IwCtlKwINJ6"
    "rhcIr5FuY9KZ8wD+i4VV4BU00vVhgwBAg0rjKNoUTcic9VxbLUJ0J3S4EScXFYkG+K0iHi"
    "S81OhAggbIWy4jigSt8RqvRNA0Xe9sRyjnpxdUVvZK+H8Hslja6k624ribuXgOGRrcyzZM"
    "FVjKFnXryx42yPCoiskUyJZf36bl+ahizscAa4qcztPXF1zeZoKoKg9mEGJNkrc986mmM6"
    "RVPRA6Uhj90cOsq9d4SRehw+Wyip7J8vu5Oi+bHNEpgtdvHRLdPIGlTEE553jM0ZgRr6xq"
    "UEiUL8JsRvQvzmCbKj6R7M43P0xjciH/HYHkcB28xhD4oDg02osFmOH4O5aRCEApNoSfa4"
    "aSTnZl9zUTOL5rejJqM4O9htNrI8Qw8YjNJwG9zmlUpfc6whAoXDN5Mkaxlba8xuzYIZtn"
    "ndI8PUn0xliZizHbGoFzxDK4PpEeypZ7b8iHSibZBCh9lUq3DNGkifs1GqaSGK8blqLi2k"
    "ClSTQ78MdBvQbUC3eYW6jUF5LosJyluNIgrXCF3nCA0//1wpxFZtQQxrIkcLgjRJmyktLJ"
    "j+LltWlmKHddpZEQFsEnKPHsFhmphMc/VgCMI0kH28z5LolJznFGUcLA24cIE4H/iI2ab3"
    "w8H9wMsPzZHz5sHxZDN+xdKE+ze94Z2TJuxeTsiwe38rXbGb3tWEdP953xuyW+7FhFx3r2"
    "57PJfYu4pK15moWXreGpXkDSdUk9VR9YNz88q7qdMARyvM0aB21KuQf8HcXJkd56kUuTlg"
    "CA5MzmByrpvJ2V3BJWD5fjtTvZZ8VvyGN/thDc+RACIBV3LhBgSPdfqnvCiimlDnr5y2+a"
    "5iahtpicmMNZZoCYz0kRHtNGs9ZmOp/u4OztpBliA8U22km0hBJn7RnwNdC9AjntM9x7u7"
    "uqL0R25Z90zotvKMmdWcGd3XC0zYpWKa6gu2BG1kD/qqnDb7cHj6dOGIp2s3PF8G+31dz/"
    "A22O9fsf6yEJE2xei2EBK0CQa3iyzm+otka/1FzFgfZI45cBwBayCq351dZHKNXKS4Ri6i"
    "2D5qmF01BayjRdkt6PLEpNDBEAGt1MkA9q3o+QA55tWyqkBibamJtb455TSxZl5ambDTn5"
    "9xltblb5vcdrza6OVHbx2zNrpfN7/EOVn+HGjAteW3bdCAX6+EM1NNPN2nGnBogiora3S1"
    "Xw4e+tcd5F5MyOBh7N7yrqJGyNMEN1CKLfSEnnkZ6jP70JUmx9XDaDy46w47yLuaEGk06t"
    "EVzYrd+5e8LvPNDa/HfHMzIfef6VboIP6PV1j+NJTueLgLu6gGAZ8proqSz4OtNPGYntxB"
    "7O+E9O54V0r+b0KuB1cPTrsC74qS9eG6N6AkZf8m5LfedZd+4v8YcXtXX9gqcC8m5HZwJY"
    "17g34HeVc8hGksXY15ABO7YOFLrE8CG+VdTchDf/Rwfz8Y8o4IgQ/VWBR1i0ErsCyG3atu"
    "7zcnpsy5mpD/feg+sDvOf6daOq+G7l7wO2P+cczizW4p2NAJOHMvObH5nBK99gqtezXWpT"
    "sq2jwMHkZ0gXmXdJ4eVW2G13we77IaywBszs20OVfMJnoEk/OfK51J+AVxLoYG1FfP2l8s"
    "grl1IOwe29g/w7Yiqt6d3CBgC1GNFgGN6tbgGLBMPMcs/UEgT12qRDE3YsoIgCMkYl2arf"
    "qxnDTDj4tYnwqUCJe9vjT8Jt4VlwJCXH4bd6UIIVRLtrBta1hkoNN1DSskwUIXAozin0Ie"
    "am/4d45MgMHgNkSAy16U7TzcXXbpGcCJQQepdsg8F8K5YeoK3d8vopW/A+shUMB7Drxbij"
    "qTdcox5GecK0srBthE+eYAiZ5zeoCuzHwd3rcgzUPyQRq8s9psBSz7ATCokF9p2z7WKLM3"
    "C7lvorBA6SpTmre7yk/kABjQt8r0ZXHwhbZxCBBoXGUaOxkOxbZxEBKoXGUqQ0ThqWttQM"
    "pyZUgBjWtOTQI/HDAX/oNQkDFeFPdQIPZ0uPdCVnOhPgAEmIeI/ipG9EOrrBO0yoJaH0er"
    "9cEljxJwfMfmuVG1+mrDO/EbFNISKn1A4e5DFO6OyhklIDVje6ma4jQgV+3RNs8wdX2+Z5"
    "uqe2XDaqHcs6mag++DNqviS1OQwect2eT0Pb/t2u6qMwOCkUKsNTbdKuyIdVxku8buoPVC"
    "nS68ui+85Avza7QRiyxkn2bq7A0aU5gnjUKhR/1HvNbMIV5w8rxCyKmDnDrIqTuBjZ8zEh"
    "bbrNqLOI2TQ1higA2M+S8/oWKuEtVaFNpQEdBK7SjwncU9pFPdFBxdyZHYWwiIxA5RuYxI"
    "bPCkVdWoCgapgxqksmijx268XRdVNNR5xBKW7c2DIEl9YJPc6k8NwtEh1XWnhK5AX/dr6y"
    "Yr7NtG4OVW2/mdEmn5SK//SNOPWQb0yipBLT5muZ2DFwsKVHQGU0Etz/E2mAper0rjMr4Y"
    "cZNtBFuIBhoHzj5kyXL5kJzk8iGe42K+qNP8HfqicA1E9kESt6Aj4nHxbRHFsBa64HxIto"
    "oEYcAuUrpdBBoqnjy8D/qEotL7hNq6rWiF1nUUsknohU6hpz5WD9ApdCUw22Uv0+ZAH7NX"
    "qFNILef56YF10L1XiO1e+sYK9smjh8u73phX0YvdYsXY/tG9GjtF3pwrBtnjg3u83ejd/W"
    "137LQbdS8Z1M1D/9qBcq7oSKl/1b3l1dz8y1aRJVC6T5HVKFGXK42TKs7sdpU3CYJCoY0c"
    "hTYq1De0mtbiRlg9TLxkWCyW6xoCBTpXmc4Gq36Tn8YBMKBvlem7MmYFzdNhyEqZp0uSUV"
    "mI6IBom5bv+Kwp2WNuW0hhP7USCIE3lSEFpLCfmgTQ+Py0+J+Zyjz/YRCEKgX3ryRaAFKp"
    "80jZkEp9WvSmpVIn4BdCVw8QuirGtXsCloDm++1M9ToysyI4LCzskaWqcM/3nmHBPFZTmj"
    "ZsUYcDo3R73+BpjqW+btfRfJAJRyaer8hsTywN+SRNRdEJksJrg6d4mHlEqI+jbUDwWKd/"
    "Mh4L194sdZLlsx4JQQ0my4Gwf9i+y/GTgve3B8KOEH45cAhly723bGywxHiFID5DG61N1b"
    "YxQSrh2fJ0DmI509LPio1sXX9Gqv0REUwlEzRdKIT+MERRhk2GDkucg3+oF+XMxXfQBEn4"
    "9daV2wgi61+tb4ryiD1aqHrAVY6XEnZQDfdKle578pfutw5yL6raL1UxVNYgJb9LKQQHNt"
    "yiNty5qS/l/SLfIlNUuAULBL6l7ETKUfdbB6EJKs0+YRkkLwMq41giA2xyh8ktBPSYzN1j"
    "MqhvZD/9glDgQC58+EEd7uPiPsWFqXtFCPb0R/jFDGq2AbLanoI7f3fRXCjtmgmpGUq7Jn"
    "t4Dl6zgzsykkx/npdjl+HP96rsNvtxYiNbRxwtbc/+xuf5yULMtqGpBHt2N9YUMG7SKzoJ"
    "mOvaYK4Dc91rMteBBei0DVEoD8yj7nnjq6zhg7pXbbSDuvcacA/q3i6+A+oeqHsBdc+NyB"
    "LoettYrWRFLxAUVm6VRlDAQAEDBay5CliBwj5Q0gdK+tSgpA89EjFDV66ChCGgBuL4INUI"
    "wW18VDsCxLhBjBvYHjKes2B0A6Pbq8E9GN12HdJgdAOjW8Do5ib5Xelkrj61BLa38IB2mg"
    "nOcIYybNCxOdKs1sqGBUtQ+Dfoq9tcdKHTr88ajk4X2OLRE15SPVrTJYrmunMhzqfae8ac"
    "hkDV4sllL3yFh7RU3VL5TwXbYC0PlDbYBl+vbXBJ974u2GLZFM0tdKU1za40+nYv9UZSB/"
    "mXE/IP6V//ogf+5w7yribkUup/kcdDqT+6YYpp6OOEDMaf2V3+rxqaJ8Uk1vLYvnyAKhOs"
    "oN3rIovZ6yLZ6nURM3qBAffQBlwqvuAiLWWCUA3E8kFMuF5FrPydqeKQDcT5eZYOVefJHa"
    "rOYx2qHhXynHtth4AaYDk/NI9W2dtWSbWXkt0TUbgGoPrYTgpf84uhPbk0ZwDkeEbXt4da"
    "2yU34gnp2BGdd0djii3cEbtSeApxbZtSQJnz5LXdrDLnMbP5SY2RTsWxZFukX5FstylyWw"
    "etlkGBkabHSzxTFWh5DMZEMCZWna3GjYk1bLDmF//IKZO3AoVEAgVEpPv74eA3dtO7EhcV"
    "GT3cd4ej7rUD7l1Xw6YIkV5HVaJM/KLidcGOWSFQ6KhUZeaoqc8U91Zh9hiEr3IJrpF015"
    "Vverddytm8S8rw2OV972r8MPQeuJ8qw/Rm7P0x4iT32g6A7NVquz577iA9tRW2sPOHTgag"
    "IH6saOyer23lwn0QCgIn90C+ZRXpbhSGg8UPUcM1RL4ruubHfwQQlj/EDlc4dpgflSVg9Y"
    "7Nc6NqdXQkZMVsUKzI0OLIPQZLQa4/U70YR3bMBiWGhOBsEXcuAbkNj3qPHEcZcMs1lxIQ"
    "m7N3TU3xG9Tz9ujNNdUNdd+mU81EuKBXUHneziuFEDwbYoN7kWPOzuDjdpqvc8oHyiYdqW"
    "atcikhVsjM6STDc1NYDcoZ0uc2Jm0011f0w+MGqbaFrIVu2tOVoMpl0UkE/tTfW94INkBT"
    "yNOKHTp/pPlZg9Ey4BOtq9TdBp/o6zX7Bzd91hDQIEwDA20/ZIkB/ZAcA/ohFgPqc9McSA"
    "7CNBDJ77K4SN4lu0jexfuHQB1RCK2tbWgtRHomoxoiPQ+g+3yhX0nDsyfcJbYpVH8iI9pp"
    "GtCzN1amKqiZWQliieJ0jVm8qaY+5ynhN9L/IoXqLUxpUYi1xqY4wTwjXM7QUVBpQKUBla"
    "ZGPFUQyQTS9uGlbY/75pG4gzCNQPKxpW7nWMuD8i0EILwAwp/xhtWjEVjmk+PugjB7Bd4V"
    "izv+7/mKOE3KH1eqZqvEesPe9z+t45PkIPF4kIN45BxEUPVB1T+a1AKq/gFUfTeAZIyXhq"
    "aIe/lFh7TTlH0vXsN2R2f2eLIue6ywtaeyG6b+ZCpL1pxPpxq9J4S3EX7z9AatmVdT2ZaI"
    "Uy1k69qM3seE3ncTTNlt+lVN/QULKtEd6Z1CfyoVBNizRFcq2AfAPgD2gePbB9x9mdU04A"
    "5vhP506IpCYHoBR+dhkXtsC8ALNq18yk8A4ni6zzvQfUD3qcqRm1f3ie22PSNhI8rMb9sN"
    "WbMlcZKg2ATs7VYaA3jOrjvKQZLv1iG/OvqZB40sRZ21udt3vdDR2tTpPdVGlv6RK3sEr7"
    "HF1bW1W4LcUjYWoss0riqWO7VQI7QD6rV3TIBWCFohaIWn1wprIugdfqOVJuuBnnJEPQXa"
    "HB37rAgudFeWyYv+CGCTuMhps8WDglY52bdBz0jNKJI1lzGyGqHzVEl4rWznqdHGojS/N/"
    "WlYbcE+l3oeTtNq7P4SFbrlQ7NpcoRJPV8L5vyqK9sHsC71s3ntuejMxTT5r2hWOMo9Iw3"
    "rrNu0rIUDVsGlcN0MmklqXRlvyLR2QeqXGXOhjaocq9XlQMH38EcfKDTge8JfE8V4vvge2"
    "pXyvcUlJnB8VRYHUnxOiVgOKNyUszf5MAewNtUysRChcTw1TbwNIF6cupjCtST2ol14Gmq"
    "BzKPXvrDOUfzHhIhsCat4iM7m8DRd1zcp3iZtiLWvg6QiKG9ZhshqyMkxALAvdR095JkqJ"
    "RILYEK5z5pp2ltiqHKz3iTObeMjmUKkrXQ18ylM8UfEdWFMCuL6RaFmasmVaKmC4VNRSWq"
    "Nr+7UKyFq3k5qtVS2aCZLkolO8QrkpxJMgMCla0650AbVLbXq7LlbZJ+/P7oR/Mpld8h3T"
    "DxXP2RB71biAYi+N15loSx6G4IJIydRxHsHyeCI4Io5ibRLepDRetlbNyk75ohOo3xu+VH"
    "fG5E8XnZ60vDb2Jd+VJQruTy27grRdW1qW6IKrsn14/ZQkD1mHTjRYHqMZpi2fLKKnRWR2"
    "Ghn2WVj2z8w1DpdAXoHIYEKleZyiZ+0Z+LNqcNQAKVq0xlT0t63OQ2fMZAwfpZkvVzi1mw"
    "0e2y0cVWYaUMdb0ZXhq6jYk9xLxGZ0tgs4sPaqeZ71R/uGw64zNa8sYL7JrRKAOhxGJ1mx"
    "S0XNk88MZpdTNVTFPFMxba7b9numH2ubjZroT5hDa6qaJpTmVNUeh3qKZ0wMjDhkE96dqx"
    "wTYY/16x9OHv9Kz2qS1EA+1T5QeVQ7y+XyvqIovt7+wipVrURRS7usEQIgw4SsZxCKiBmC"
    "7fiu1KOQUMrVFIMLa2CxpbHQkvj7F1C1ENYyt7ba2NrTlC7w+p0nzFjwtdf24JFBnvUTtN"
    "fVk7g7JGHxBE5Qkm1DPtwtKX+FGfbRCdFP9kOSqGl39Kn+MXqhVZbWRRDZkpHRaP8R6xIA"
    "L6u5H7/SwW4y2IQjjoq3Y3ywElBJQQUEIgAqFRstvK1PLg1h3eQNSevX2bBblsWCJ6nYdh"
    "BPNzyJ0sh3QWAauGiNYof7iFKf+35alq0ONenEaRproIwUF/Kaq/uOhkkTcicSqlI3MUsI"
    "G8qfy4KGgldOxWQkrB0JsQIPjqqyyouqSiWoWVz+QYAyzEwypG2Zh4lU26ShOuolxsrqga"
    "/Qqypboe9jwbKwYMm6vKm8tkDTQpuVbEVgUqy66Ipwgw0LrKtNbpT9hTPE+coqCIXh9qH0"
    "pCD2A0v5QuBG7eKVe+oB5AXCHOJ4IH5ldl5jddmZaeL+bCh2ii7nuWRXCko1ICA+JWT6iH"
    "loj9ZtVDg1jqKvjvIJa6IrHUW7xTOPUFm6rILZGn6p/rSL92ptvUkOMlYf+gFf+iaEuO1g"
    "hidmfUhhwm6+74jQHBTqgE0olTG1zZIFvnlcHdOT+i717rKnX2nZV82DjBFBb9vkinb0OK"
    "zSroU2hW6sHEhkaHxAM4DvwuYaz6ehvysp04PWbdQ6WzxdjoNkSu1/DQaSMIGnm1WlRgs8"
    "cInKxJhaEaqE2VH8G+DVTIg+gwFCA6A6JZsGMcxcmVHr3xjUBuGms6UE8xUQsltqC7ZLWM"
    "qSPhkAQP+Hiob32VeuNe/1MrH/49sA5yLybkunvb+6077F53kH85ITdS75bdcv5HJbssG+"
    "J9lmbg75Obgb+PNQP3BME4mRKFqCDI8Qpxvj2sKFVaLVlCeYnsoqiAZCQAB0tzlWUkXtWl"
    "OL0F4EDvytObHU6rPDwzAtUgw2dpjJOjCJtmPrdNGKp5ztD3mUJ+3qeE/LyPh/y49q1Cqn"
    "sUFrhVlblV2AyX3VAWhoNy62U5agKW1D29NIE0xJoRIqujJrwGxfW+T5MdKqn3pv6izrh9"
    "PF6devu0nVqhWmU9hfjAjH6G72wNfOcJmlRN6HCbvomfVAq34XVpZorBykY77X3WC3W6YG"
    "NMjBQTx10J+08n9BZwdKQ6B8IB8Kaqm6q9AQ9BPbldGzwEr1e+gLTSA6aV5vUHNNgTUL7h"
    "kx/IudxaHkAD0XuQ+EAWo1w08jwOCyHnBUPOGSrzx5qHoZpnVzlMlXxMZuwr5MTzFuqIvq"
    "6cTq6CaM7iwE3238bct76uEMNwSt+4LQh4q6JG15miahtZU5eqgEEn4jQCBdbsOGIhN/zI"
    "ueFTipzCqY0xYLBqV1nrtE19xZCc45wNgDRPmCk/Torlda9MUVh74qEQBDnhQfu2OmcAJE"
    "glo7pZCVIxj0+W5BFriqkCrOqyuSJ75o+M3KmGK1I/XpaYOhIXVFeWSJ7KgShJvWYTPVh1"
    "3DSZEEX1nem+6UhbD9Y9m62pqFqxMPV9MfXAJrnVnxq07w7pOvU4VUvgOPWftdPcph7bzO"
    "oztWxsWN87TvNc5uKcrixbX2ITzXTMOuwSpJt0qbcRfvP0Bv1n0mLuzgmFnbQWWNP0Sesv"
    "OoI/wGTmPjHxFNOX0GcCv+rBXzkhE/Id/zDwlC4270VL+hK0YJV7VcLfSkG3b+AvdCa6l7"
    "7ddft0AT1c3vXG4+71hP6EScugBKZEc8aMbMW06Re2qMLlvPH7XDcf1dkME/ZCOp1bLpjo"
    "vIIw60lsOalo9N3LnO5h8N+C/xb8t+C/bZoPLPjNYmhOTjuKgDXALXDs3CNNIU8roXiXFk"
    "u8hWnkAs+0vlOWd3R1czknjuGU3sQeQKVLMY/+1K6dTz9PWj/9/sdPnc6/LZ08TloHOjYO"
    "UprZEw/z0CcIUw0S1b6hSciq6knQeWgSAqoGURq9b1RLtpSlIXIv7PLcbeGO6Lnz79TWdQ"
    "d28uQTHOzkrWObx6u2Bk5qp2MoSzHVuRjdba3znRw7LXbJeNndXSqUZeC/upQaRIxhBSf3"
    "yhNAaSMwfIHhq+KHT9zw9Xprkwwf+n1+x72YkHtpNGJ1SZz/0TolE3I5HHzp9jvI+R91d5"
    "wmfF+hvJZRR7A/kw08IaAGWnjKR7Nh6qwwxQs2LaEJMyXsNgoIwbdRvWeuEtVaFDplIqAQ"
    "rljls4b+LOIgIY/dJwwFhp+DG34oy6LoWuYyaAdhgEQHJ5FiPRcrPR4BbFDGwlEUpdAm4Y"
    "FhuSkQAQQKFKVAxKyRnQIRQCjqkosEKUVdrEDcWpgc+WvvB6aqGSmylnWJLENxXRcRyykB"
    "veHSLPXiNlnxG2G0Cd0NRKdqGeu32b0jImJE7s4Rh7TY93WbxWoLjPXuk3aanZ7wMVljai"
    "mOWK9Nna4FliX+HT1jbFi8B4G9oIh2IkMX9HV0GczQ3NSX6BHzByw+1V7TdwniZkubVhh4"
    "Gpk9vUQRFUJ17cVXsMHKX9dzuw1W/tdreXmm2Ctq5Pdgq2wnbklXV4OH/li+lPp9ZrIPf5"
    "4Q7/Pt4NOn7rU8eBhvx2zvbccNKcqHvatxcK7tvQm5Hw4+DaU7BsQIzJwGkTt8zG+96+5Q"
    "/tL9RoFvHkbuuNjdwFgKLg9u5Kth97o3DowO3Q+Mvxtcd2/lT3TdBAZvbzKnxrduV776LP"
    "U/Ob6NwMcJoRdjud/tXo/kzw93Ur+Doncm5Gv38vNg8EW+l5xfEP5cDTeItXr8N57mcoIE"
    "QKq8tAu6QD5kCeL+kBzD/SEWwu3iK7+6HYIDbbuwwWOGbUVU0iHZKruFqIZNtlFBrFExOg"
    "frEYA2kAUdJJEkoo/kkVUjoOArrJrEWqx6ABaFkeeJinTMAiN3npptuZMERQYwlmhm8fC5"
    "09QiexTcbW8Z6UvMk2wXioVYRDBS7bj5JHGUOA3XNwpZ3GYHGbkVEn7AZPGqDoBQRi7fl7"
    "m1jRAYKBvFvauMGebX9QJQgPyy/KrbI2pPr9TWAVIzMmT1S4V2/26PquV56Y7k7asrWoPb"
    "ulr9R/wqVsL+I8EaV6n9R0JVtXbLoXdsEipaUiJatsVahDDXnOdwZg3J2eeZwruHsAo0jy"
    "tLJdiyfrIQEyrQ/9HnH9FUXxG6VtAjntMVh7AyXaCpomlxkfYYLxRKx8GYA02nY2UmGIGQ"
    "XJ1zA4TkVywkB7akkMBi4oah0ohb3zNNRF5Gspg50WGpcfQlsqggCORyVCoutmprsRLaw6"
    "nCBqtGjDLiBk8u74brkQqF3ljJ0kyd9+RtvdTd8u9XFn6mbOVPW3nGlhOGpjhSKGkjKmLS"
    "T0tV05gP0NafMbHiku1+U+2UWV8UTaUEotOBzFodbgUy6yuWWQNbMofMGoZ61TLrdGWamE"
    "xzRRwEYRoYavA+SzxZcjhZPMhAmTkHomCJ4qm6VLQk3SAIGF2lDuQbd4YaIj1tnXavenfS"
    "7c/vPrTPI4WugtFmYTyvTdW2MSmE6hgsYHsHtkE1A9WsmsRohGrmN0AQamXB9gipChlvxi"
    "Br+lNGXWxAMFIoJ1waNqs5r1jPAXWqjSgQvYlYUyI8Y16CuApWaIacNcgCsvk++UOR4mP2"
    "yiRyufXMIksM8p3qynbboGO+Xh3T38WcNDEaJ+tJMcAmKkvQQ7x2Ye8L3cjhonJHg3cq6p"
    "3SV/ZUz9fpIwDSwMVaPi9wrPMys4TkWLERqAZVxSlt7boocu0e+XEbAAT0xtHLvUsWpm+Z"
    "5YkGiII1yThSGm6nuiWStNPMex7I3la9ii3bLEa98/ZFZqMew5NcyCMQBWxeO+iSvQJQ8u"
    "3USQmevScX9gNAgPmaG64rRosy7NbiUmRs0ZaA3LE7TTPRGtjZlapAJq1mqp3kCfCetVP9"
    "AGxUDieAxCqBzX7RibZ5g7474f3fkUJm6Lsyt7H53e2HO7P4TUOjWEXOr/nIUgYMbFo6UT"
    "T3HmITOUXG7AXeoOlCIfSXxl0HR3xv3qYn2+ou4QIkpbc/8TNjwFdQ15OuDb6C1+sroIxV"
    "Fwgy2Yqj+cBVtg22rh5G48Fdd9hB3tWEULTd3HQQ/zch0n2PFSTrIPfCr3DmFzaL8v7TWB"
    "dPlJZcMQHpNNqXYqisWlH+mvMhOMB/YfxPxe2zU/r8+BBVZk8FrTsXWdxsF8letoukCnd5"
    "MAxFBKGIYK2YiKOjxZGfXERwCwFFBEMybSmNXJiWnIcaPgAQo3RiuJm9QuaUUswxBNU8L8"
    "r5hwyHwPmHxEOAPRIYk09jmhth23Z+eryVr/uondrG1xl0gA6+v7dEtfjBKARGITAKnaBg"
    "fr6Cvs0t4lsO94/kf65yCaA+wPFFntMEghxEuFkZs4IsKwxZKZZV0opnYYcDom3cs6y+jM"
    "yv/FsBUav7gondNfTpQiRtBZ6mClyYjZMxG5jRFzpeYETwmorkyNTXiL3X4jXRNHWOvfpo"
    "mv70ESmIItpmldAoQp32SsxLaekIE/qZvtrcIF1jZSmmK9PSzbgD9JAvm5AJ4eUxpnRWtD"
    "JYchabjqrjTzoL5WT+1ClGa8VCjvN7hh43iFKjQ9/mTOL1huL13lQbrfWVRl/6rBqIY9ZC"
    "lkp5va1tMjpZQSAFgRQE0uMLpP6ml3/k3Wkx0BPmhbytx0YT4b042gHrhcINTyi2DPkuFA"
    "st7NlukSVrB0m6Jd2AKXahm7wGliMzoLVKV8zKRk+KYXWcTgY8QOoRa1TWYKOYvEBFD/oS"
    "YjnOPmTZqqYh3cBE0Fjy0G/LGaT1AwKnQCQBkaSmIolQEPmnOrsQU/XowoeQgKM/tWvn08"
    "8/GU9uAowt/1C4c/nnv/10IOr+s3d9Ec1myJmb3uCU9PKtjIay0XRRCmqynTEAAs7VUuyP"
    "FRHpRupypTF6XWNNZXYWkWwXH5Qq5FnecJZ3wMarWYunsnI7XERkZftV20JrZcPr7iB/Tv"
    "oDlo/Y/IiesWGjFaFCFqKYoIxYwzP6E9tIsRAzDVmSYbjNwUWdsA77qpzCnjLl7QdcbYjV"
    "eSXuCe9iEFqMgzQI0mBdpUHOZ/Ictz4AuPX2cOuFeWeefRWGrNS+gnao0d011Q1XwAiTOP"
    "H02gIcT+F6d9gTrLxKKgHZI8+OCcJB9+Aqb5ewrJkjVSUEB2Hm+xnwY/SIEyN3RjtXRaha"
    "Jm1nrBlBsma3h9dipWrdUm1XHNXhPmmn5rZvx5QaQLtPoMJrUQL3PEKT1TsqSFo5k9MCIA"
    "20aJ79+msGkyYdlWjT5M+iGZiCKpAp6X+GqAxkE7D77m2mGptvU2psvhWU0iJ2Th02AAJa"
    "bJ2Mw3/9fyhxzqk="
)
