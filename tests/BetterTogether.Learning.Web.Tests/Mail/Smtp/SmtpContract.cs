using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Features.Calendars;
using BetterTogether.Learning.Web.Features.Mail;
using BetterTogether.Learning.Web.Tests.Calendars;

namespace BetterTogether.Learning.Web.Tests.Mail.Smtp;

/// <summary>What every way over SMTP must do; run on each that is compiled in, in a real conversation over a socket.</summary>
public abstract class SmtpContract : IAsyncLifetime
{
    private static readonly MimeMessage Mail = new(
        "<0197c6e2@demo.example>",
        new DateTime(2026, 7, 1, 23, 30, 5, DateTimeKind.Utc),
        new Mailbox("Learning Academy", "learning@demo.example"),
        new Mailbox("Zoë O'Neil 🌱", "zoe@demo.example"),
        new RenderedMail("Your place: Wörds that care 🌱", "When: Wednesday\n.a line that begins with a dot\nHello Zoë\n", $"<!DOCTYPE html><html><body><p>Hello Zoë</p><p>{new string('x', 1200)}</p></body></html>"),
        new CalendarPart(Invites.Request, new PlainCalendarFormat()));

    private readonly MailOptions options = new() { Transport = MailTransportKind.Smtp, TimeoutSeconds = 20, Smtp = { Host = "127.0.0.1", Security = SmtpSecurity.None } };
    private readonly ScriptedSmtp server = new();

    private protected abstract IMailTransport Transport(MailOptions options);

    public Task InitializeAsync()
    {
        options.Smtp.Port = server.Port;
        return Task.CompletedTask;
    }

    public async Task DisposeAsync() => await server.DisposeAsync();

    [Fact]
    public async Task The_message_arrives_as_it_was_meant()
    {
        Assert.IsType<Delivered>(await SendAsync());
        var received = Assert.Single(server.Mails);
        Assert.Equal(("learning@demo.example", "zoe@demo.example"), (received.From, received.To));
        var eml = Eml.Read(received.Mime);
        Assert.Equal(Mail.MessageId, eml.Headers["Message-ID"]);
        Assert.Equal("Your place: Wörds that care 🌱", eml.Header("Subject"));
        Assert.Equal("\"Learning Academy\" <learning@demo.example>", eml.Header("From"));
        Assert.Equal("Zoë O'Neil 🌱 <zoe@demo.example>", eml.Header("To").Replace("\"", "", StringComparison.Ordinal));
        Assert.True(DateTimeOffset.TryParse(eml.Headers["Date"], System.Globalization.CultureInfo.InvariantCulture, out _)); // System.Net.Mail dates it itself
        Assert.Equal(("auto-generated", "OOF"), (eml.Headers["Auto-Submitted"], eml.Headers["X-Auto-Response-Suppress"]));
        Assert.StartsWith("multipart/alternative;", eml.Headers["Content-Type"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Text_comes_first_then_html_and_last_the_calendar_with_its_own_method()
    {
        await SendAsync();
        var parts = Eml.Read(Assert.Single(server.Mails).Mime).Parts;
        Assert.Equal(["text/plain", "text/html", "text/calendar"], parts.Select(part => part.ContentType.Split(';')[0]));
        Assert.All(parts, part => Assert.Contains("charset=utf-8", part.ContentType, StringComparison.OrdinalIgnoreCase));
        Assert.Equal("REQUEST", parts[2].ContentType.Split("method=")[1].Split(';')[0]);
        Assert.Contains("\r\nMETHOD:REQUEST\r\n", parts[2].Body, StringComparison.Ordinal);
        Assert.Equal(Mail.Calendar!.Content, parts[2].Body);
        Assert.Equal(Mail.Content.Text, parts[0].Body.ReplaceLineEndings("\n").TrimEnd('\n') + "\n");
        Assert.Equal(Mail.Content.Html, parts[1].Body.TrimEnd());
    }

    [Fact]
    public async Task A_mail_without_an_invite_has_no_calendar()
    {
        await SendAsync(Mail with { Calendar = null });
        Assert.Equal(2, Eml.Read(Assert.Single(server.Mails).Mime).Parts.Count);
    }

    [Theory]
    [InlineData("", "421 4.3.2 Closing down", nameof(ServerAway), 421)]
    [InlineData("", "554 No service for you here", nameof(SenderRefused), 554)]
    [InlineData("MAIL", "421 4.7.0 Too many connections", nameof(ServerAway), 421)]
    [InlineData("MAIL", "451 4.7.1 Slow down", nameof(TryLater), 451)]
    [InlineData("MAIL", "550 5.7.1 Sender not allowed", nameof(SenderRefused), 550)]
    [InlineData("RCPT", "450 4.2.0 Greylisted", nameof(TryLater), 450)]
    [InlineData("RCPT", "550 5.1.1 No such person", nameof(AddressRefused), 550)]
    [InlineData("RCPT", "554 5.7.1 Relay access denied", nameof(SenderRefused), 554)]
    [InlineData("DATA", "451 4.3.0 Try later", nameof(TryLater), 451)]
    [InlineData(".", "452 4.3.1 Disk full", nameof(TryLater), 452)]
    [InlineData(".", "552 5.3.4 Too big", nameof(MailRefused), 552)]
    [InlineData(".", "550 5.7.60 May not send as this sender", nameof(SenderRefused), 550)]
    public async Task Whose_trouble_an_answer_is(string command, string answer, string delivery, int code)
    {
        server.Script = At(command, answer);
        var became = await SendAsync();
        Assert.Equal((delivery, code), (became.GetType().Name, became.Code));
        Assert.Empty(server.Mails);
    }

    [Fact]
    public async Task Asked_to_try_later_it_goes_the_second_time()
    {
        var answers = new Queue<string?>(["451 4.3.0 Try later", null]);
        server.Script = command => command.StartsWith("RCPT", StringComparison.Ordinal) ? answers.Dequeue() : null;
        await using var connection = Transport(options).Connect();
        Assert.Equal(451, Assert.IsType<TryLater>(await connection.SendAsync(Mail)).Code);
        Assert.IsType<Delivered>(await connection.SendAsync(Mail));
        Assert.Single(server.Mails);
    }

    [Fact]
    public async Task Dropped_after_the_message_it_is_tried_again()
    {
        server.Script = At(ScriptedSmtp.EndOfData, ScriptedSmtp.Drop);
        Assert.IsType<TryLater>(await SendAsync());
    }

    [Theory]
    [InlineData("")]
    [InlineData("MAIL")]
    public async Task Dropped_before_it_the_server_is_away(string command)
    {
        server.Script = At(command, ScriptedSmtp.Drop);
        Assert.IsType<ServerAway>(await SendAsync());
    }

    [Theory]
    [InlineData("RCPT")]
    [InlineData(".")]
    public async Task What_takes_too_long_is_tried_again(string command)
    {
        options.TimeoutSeconds = 5; // the greeting comes within it on a slow machine too, or the server would be away
        server.Script = At(command, ScriptedSmtp.Hang);
        Assert.IsType<TryLater>(await SendAsync());
    }

    [Fact]
    public async Task With_nobody_at_the_door_the_server_is_away()
    {
        await server.DisposeAsync();
        Assert.IsType<ServerAway>(await SendAsync());
    }

    [Fact]
    public async Task Where_starttls_is_required_and_not_offered_nothing_is_said_in_the_clear()
    {
        options.Smtp.Security = SmtpSecurity.StartTls;
        (options.Smtp.User, options.Smtp.Password) = ("learning", "secret");
        server.Offers = ["AUTH PLAIN LOGIN"];
        Assert.IsType<SenderRefused>(await SendAsync());
        Assert.DoesNotContain(server.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal) || command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("secret", true)]
    [InlineData("wrong", false)]
    public async Task Signing_in_with_the_right_password_and_with_a_wrong_one(string password, bool isRight)
    {
        (options.Smtp.User, options.Smtp.Password) = ("learning", password);
        (server.Account, server.Offers) = (("learning", "secret"), ["AUTH PLAIN LOGIN"]);
        var became = await SendAsync();
        Assert.Equal(isRight ? typeof(Delivered) : typeof(SenderRefused), became.GetType());
        Assert.Equal(isRight ? 1 : 0, server.Mails.Count);
    }

    [Fact]
    public async Task Many_mails_share_one_connection_which_is_left_politely()
    {
        await using (var connection = Transport(options).Connect())
        {
            for (var i = 0; i < 5; i++)
            {
                Assert.IsType<Delivered>(await connection.SendAsync(Mail));
            }
        }

        Assert.Equal((1, 5), (server.Connections, server.Mails.Count));
        await Hosting.Eventually.HoldsAsync(() => Task.FromResult(server.Commands.Contains("QUIT")), "it says QUIT");
    }

    [Theory]
    [InlineData(ScriptedSmtp.Drop)]
    [InlineData("421 4.7.0 Enough for one connection")]
    public async Task A_connection_the_server_has_had_enough_of_is_made_anew(string answer)
    {
        await using var connection = Transport(options).Connect();
        Assert.IsType<Delivered>(await connection.SendAsync(Mail));
        server.Script = command => command.StartsWith("MAIL", StringComparison.Ordinal) && server.Connections == 1 ? answer : null;
        Assert.IsType<Delivered>(await connection.SendAsync(Mail));
        Assert.Equal((2, 2), (server.Connections, server.Mails.Count));
    }

    [Theory]
    [InlineData("zoe@demo.example, bob@demo.example")]
    [InlineData("zoe@demo.example\r\nRCPT TO:<bob@demo.example>")]
    [InlineData("nobody")]
    public async Task An_address_that_is_none_never_leaves_the_house(string address)
    {
        Assert.IsType<AddressRefused>(await SendAsync(Mail with { To = new Mailbox("Zoë", address) }));
        Assert.Empty(server.Mails);
    }

    private async Task<Delivery> SendAsync(MimeMessage? mail = null)
    {
        await using var connection = Transport(options).Connect();
        return await connection.SendAsync(mail ?? Mail);
    }

    private static Func<string, string?> At(string command, string answer) =>
        line => command.Length is 0 ? line.Length is 0 ? answer : null : line.StartsWith(command, StringComparison.Ordinal) ? answer : null;
}
