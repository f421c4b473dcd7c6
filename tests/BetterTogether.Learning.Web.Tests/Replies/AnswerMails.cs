using System.Text;
using BetterTogether.Learning.Web.Tests.Bookings;

namespace BetterTogether.Learning.Web.Tests.Replies;

/// <summary>What mail programs send when somebody presses a button on an invite, each in its own habits.</summary>
internal static class AnswerMails
{
    public static readonly string[] Programs = ["outlook", "gmail", "apple", "plain"];

    public static byte[] Answer(SentMail invite, string partStat, string program = "plain", string? from = null, int? sequence = null, string stamp = "20260701T233000Z", string headers = "")
    {
        var who = from ?? invite.To;
        var uid = invite.Uid;
        var seq = sequence ?? invite.Sequence;
        return Bytes(program switch
        {
            "outlook" => Outlook(who, uid, seq, partStat, stamp, headers),
            "gmail" => Gmail(who, uid, seq, partStat, stamp, headers),
            "apple" => Apple(who, uid, seq, partStat, stamp, headers),
            _ => Plain(who, uid, seq, partStat, stamp, headers),
        });
    }

    public static byte[] Bytes(string mail) => Encoding.UTF8.GetBytes(mail);

    // Exchange: base64, upper-case MAILTO, a quoted CN, properties of its own, a time zone and an alarm with an attendee.
    private static string Outlook(string from, string uid, int sequence, string partStat, string stamp, string headers)
    {
        var calendar = $"""
            BEGIN:VCALENDAR
            METHOD:REPLY
            PRODID:Microsoft Exchange Server 2010
            VERSION:2.0
            BEGIN:VTIMEZONE
            TZID:GMT Standard Time
            BEGIN:STANDARD
            DTSTART:16010101T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0000
            END:STANDARD
            END:VTIMEZONE
            BEGIN:VEVENT
            ATTENDEE;PARTSTAT={partStat};CN="Other, Ann; Practitioner":MAILTO:{from.ToUpperInvariant()}
            COMMENT;LANGUAGE=en-GB:Sorry\, in court
            UID:{uid}
            SUMMARY;LANGUAGE=en-GB:Declined: Life story work
            DTSTART;TZID=GMT Standard Time:20260902T100000
            DTSTAMP:{stamp}
            SEQUENCE:{sequence}
            X-MICROSOFT-CDO-APPT-SEQUENCE:{sequence}
            BEGIN:VALARM
            ATTENDEE;PARTSTAT=ACCEPTED:mailto:somebody-else@demo.example
            ACTION:DISPLAY
            END:VALARM
            END:VEVENT
            END:VCALENDAR
            """;
        return Crlf($"""
            Received: from mail.demo.example by learning.demo.example; Wed, 1 Jul 2026 23:30:01 +0000
            From: "Other, Ann" <{from}>
            To: Learning Academy <learning@demo.example>
            Subject: Declined: Life story work
            Thread-Topic: Life story work
            {headers}Content-Type: multipart/alternative;
            	boundary="_000_Outlook_"
            MIME-Version: 1.0

            This is a multi-part message in MIME format.
            --_000_Outlook_
            Content-Type: text/plain; charset="iso-8859-1"
            Content-Transfer-Encoding: quoted-printable

            Sorry, I=92m in court =A3=
             that day
            --_000_Outlook_
            Content-Type: text/calendar; charset="utf-8"; method=REPLY
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(Encoding.UTF8.GetBytes(Crlf(calendar)), Base64FormattingOptions.InsertLineBreaks)}
            --_000_Outlook_--
            """);
    }

    // Google: mixed around alternative, the calendar twice (the second as a file), folded in the middle of a word, marked as made by a machine.
    private static string Gmail(string from, string uid, int sequence, string partStat, string stamp, string headers)
    {
        var calendar = $"""
            BEGIN:VCALENDAR
            PRODID:-//Google Inc//Google Calendar 70.9054//EN
            VERSION:2.0
            CALSCALE:GREGORIAN
            METHOD:REPLY
            BEGIN:VEVENT
            DTSTART:20260902T090000Z
            DTEND:20260902T103000Z
            DTSTAMP:{stamp}
            ORGANIZER;CN=Learning Academy:mailto:learning@demo.example
            UID:{uid[..10]}
             {uid[10..]}
            ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT={partStat};CN={from};
             X-NUM-GUESTS=0:mailto:{from}
            SEQUENCE:{sequence}
            STATUS:CONFIRMED
            END:VEVENT
            END:VCALENDAR
            """;
        return Crlf($"""
            MIME-Version: 1.0
            Sender: Google Calendar <calendar-notification@demo.example>
            Auto-Submitted: auto-generated
            From: Ann Other <{from}>
            To: learning@demo.example
            Subject: =?UTF-8?B?RGVjbGluZWQ=?=
            {headers}Content-Type: multipart/mixed; boundary=0000000000abcdef

            --0000000000abcdef
            Content-Type: multipart/alternative; boundary="0000000000123456"

            --0000000000123456
            Content-Type: text/plain; charset="UTF-8"; format=flowed; delsp=yes
            Content-Transfer-Encoding: base64

            QW5uIGhhcyBhbnN3ZXJlZA==

            --0000000000123456
            Content-Type: text/calendar; charset="UTF-8"; method=REPLY
            Content-Transfer-Encoding: 7bit

            {calendar}

            --0000000000123456--
            --0000000000abcdef
            Content-Type: application/ics; name="invite.ics"
            Content-Disposition: attachment; filename="invite.ics"
            Content-Transfer-Encoding: base64

            {Convert.ToBase64String(Encoding.UTF8.GetBytes(calendar))}
            --0000000000abcdef--
            """);
    }

    // Apple Mail: quoted-printable with soft breaks in the middle of a parameter, lower case, bare line feeds.
    private static string Apple(string from, string uid, int sequence, string partStat, string stamp, string headers) => $"""
        From: {from} (Ann Other)
        To: learning@demo.example
        Subject: Ann Other has replied
        mime-version: 1.0 (Mac OS X Mail)
        {headers.ReplaceLineEndings("\n")}content-type: multipart/alternative; boundary=Apple-Mail-1; type="text/plain"

        --Apple-Mail-1
        content-type: text/plain; charset=us-ascii

        .
        --Apple-Mail-1
        content-type: text/calendar; charset=utf-8; method=REPLY
        content-transfer-encoding: quoted-printable

        BEGIN:VCALENDAR
        CALSCALE:GREGORIAN
        VERSION:2.0
        METHOD:REPLY
        BEGIN:VEVENT
        UID:{uid}
        ATTENDEE;CN=3D"Ann =C3=96ther";PARTSTAT=3D{partStat};CUTYPE=3DINDIVI=
        DUAL:mailto:{from}
        ORGANIZER;CN=3D"Learning Academy":mailto:learning@demo.example
        DTSTAMP:{stamp}
        SEQUENCE:{sequence}
        END:VEVENT
        END:VCALENDAR
        --Apple-Mail-1--
        """.ReplaceLineEndings("\n");

    private static string Plain(string from, string uid, int sequence, string partStat, string stamp, string headers) => Crlf($"""
        From: {from}
        To: learning@demo.example
        {headers}Content-Type: text/calendar; method=REPLY; charset=UTF-8

        BEGIN:VCALENDAR
        VERSION:2.0
        METHOD:REPLY
        BEGIN:VEVENT
        UID:{uid}
        DTSTAMP:{stamp}
        SEQUENCE:{sequence}
        ATTENDEE;PARTSTAT={partStat}:mailto:{from}
        END:VEVENT
        END:VCALENDAR
        """);

    private static string Crlf(string text) => text.ReplaceLineEndings("\r\n");
}
