using System.Text;
using BetterTogether.Learning.Web.Features.Replies;
using FsCheck;
using FsCheck.Fluent;

namespace BetterTogether.Learning.Web.Tests.Replies;

/// <summary>Anybody can send a mail, so nothing in one may stop the reader.</summary>
public sealed class MimeReaderTests
{
    [Fact]
    public void It_never_throws_whatever_comes()
    {
        var pieces = Gen.Elements(
            "\r\n", "\n", "\n\n", " ", "\t", ":", ";", "=", "\"", "--", "--b", "--b--", "--b\r\n", "\0", "é", "=3D", "=\n", "=G", "QUJD", "<", ">", "@",
            "Content-Type: multipart/mixed; boundary=b\n", "Content-Type: multipart/mixed; boundary=\"b\n", "Content-Transfer-Encoding: base64\n", "Content-Transfer-Encoding: quoted-printable\n",
            "Content-Type: text/calendar; charset=no-such\n", "From: a@demo.example\n", "From: \n", "BEGIN:VCALENDAR\n", "METHOD:REPLY\n", "BEGIN:VEVENT\n", "UID:1\n", "ATTENDEE;PARTSTAT=DECLINED:mailto:a@demo.example\n", "END:VEVENT\n", "SEQUENCE:99999999999\n");
        Prop.ForAll(pieces.ListOf().Select(string.Concat).ToArbitrary(), mail => { ReplyMail.Read(Encoding.UTF8.GetBytes(mail)); })
            .Check(Config.QuickThrowOnFailure.WithMaxTest(3000).WithEndSize(60));
    }

    [Fact]
    public void Parts_within_parts_within_parts_end_somewhere()
    {
        var mail = string.Concat(Enumerable.Range(0, 2000).Select(i => $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n"));
        Assert.InRange(MimeReader.Read(Encoding.UTF8.GetBytes(mail)).Walk().Count(), 1, 20);
    }

    [Theory]
    [InlineData("base64", "SGVsbG8=", "Hello")]
    [InlineData("BASE64", "SGVs\nbG8", "Hello")]
    [InlineData("base64", "SGVsbG8gdGhlcmU=S", "Hello there")]
    [InlineData("quoted-printable", "a=3Db=\n c =E2=80=94  \nd=Zx", "a=b c —\nd=Zx\n")]
    [InlineData("8bit", "naïve", "naïve")]
    [InlineData("x-unknown", "as it is", "as it is")]
    public void What_is_encoded_is_decoded_as_far_as_it_goes(string encoding, string body, string text) =>
        Assert.Equal(text, MimeReader.Read(Encoding.UTF8.GetBytes($"Content-Transfer-Encoding: {encoding}\n\n{body}")).Text);

    [Theory]
    [InlineData("iso-8859-1", new byte[] { 0xE9 }, "é")]
    [InlineData("windows-1252", new byte[] { 0x92 }, "’")]
    [InlineData("\"utf-8\"", new byte[] { 0xC3, 0xA9 }, "é")]
    [InlineData("no-such", new byte[] { 0xC3, 0xA9 }, "é")]
    public void A_charset_is_honoured_where_it_is_known(string charset, byte[] body, string text) =>
        Assert.Equal(text, MimeReader.Read([.. Encoding.ASCII.GetBytes($"Content-Type: text/plain; charset={charset}\r\n\r\n"), .. body]).Text);

    [Fact]
    public void A_boundary_that_is_never_closed_closes_at_the_end()
    {
        var mail = MimeReader.Read("Content-Type: multipart/mixed; boundary=\"b;1\"\r\n\r\npreamble\r\n--b;1\r\n\r\none\r\n--b;1 \r\nX: y\r\n\r\ntwo"u8);
        Assert.Equal(["one", "two"], mail.Parts.Select(p => p.Text));
    }
}
