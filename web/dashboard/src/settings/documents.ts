// What the settings page asks for and changes.

import { graphql, type FragmentOf, type ResultOf } from "@/api/graphql";

export const SHOP_SETTINGS = graphql(`
  fragment ShopSettings on Settings {
    id
    abandonHours
    aiResumeMinutes
    backupsAreMade
    businessName
    chatDays
    currency
    defaultLanguage
    draftMinutes
    eventDays
    floodMessages
    longestWaitSeconds
    noticePhone
    offeredLanguages
    orderHours
    quietSeconds
    recentMinutes
    reminderHours
    timeZone
    businessHours {
      id
      weekday
      opensAt
      closesAt
    }
  }
`);

export type ShopSettings = FragmentOf<typeof SHOP_SETTINGS>;

export const SETTINGS = graphql(
  `
    query Settings {
      settings {
        ...ShopSettings
      }
    }
  `,
  [SHOP_SETTINGS],
);

export const CHANGE = graphql(
  `
    mutation SettingsChange($input: SettingsChangeInput!) {
      settingsChange(input: $input) {
        ... on SettingsPayload {
          settings {
            ...ShopSettings
          }
        }
        ... on Error {
          code
          message
          path
        }
      }
    }
  `,
  [SHOP_SETTINGS],
);

export const HEALTH = graphql(`
  query SystemHealth {
    systemHealth {
      database {
        milliseconds
      }
      disk {
        freeBytes
        totalBytes
      }
      eventFeed {
        lagSeconds
        unread
      }
      jobs {
        oldestSeconds
        planned
        running
        waiting
      }
      versions {
        parley
        postgresql
        python
        schema
      }
    }
  }
`);

export type Health = NonNullable<ResultOf<typeof HEALTH>["systemHealth"]>;
