using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Features.Mail;

namespace BetterTogether.Learning.Web.Tests.Mail;

public sealed class FolderTransportTests : IDisposable
{
    private static readonly MimeMessage Mail = new(
        "<1@demo.example>",
        new DateTime(2026, 7, 1, 23, 30, 5, 7, DateTimeKind.Utc),
        new Mailbox("Learning Academy", "learning@demo.example"),
        new Mailbox("Ann", "ann@demo.example"),
        new RenderedMail("Hello", "Hello", "<p>Hello</p>"),
        Calendar: null);

    private readonly TemporaryFolder folder = new();

    [Fact]
    public async Task A_mail_is_one_eml_file_named_by_its_time_and_nothing_else_is_left()
    {
        Assert.IsType<Delivered>(await new FolderTransport(Path.Combine(folder.Path, "mail")).SendAsync(Mail));
        var file = Assert.Single(Directory.GetFiles(Path.Combine(folder.Path, "mail")));
        Assert.StartsWith("20260701T233005007-", Path.GetFileName(file), StringComparison.Ordinal);
        Assert.EndsWith(".eml", file, StringComparison.Ordinal);
        Assert.Equal(MimeWriter.Write(Mail), await File.ReadAllTextAsync(file));
    }

    [Fact]
    public async Task The_same_mail_sent_again_is_a_second_file_with_the_same_message_id()
    {
        var transport = new FolderTransport(folder.Path);
        await transport.SendAsync(Mail);
        await transport.SendAsync(Mail);
        var ids = Directory.GetFiles(folder.Path).Select(file => Eml.Read(File.ReadAllText(file)).Header("Message-ID"));
        Assert.Equal(["<1@demo.example>", "<1@demo.example>"], ids);
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_and_writes_nothing()
    {
        var to = Mail with { To = new Mailbox("Ann", "ann@demo.example, bob@demo.example") };
        Assert.IsType<AddressRefused>(await new FolderTransport(folder.Path).SendAsync(to));
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_the_servers_trouble()
    {
        var file = folder.Write("taken", "");
        Assert.IsType<ServerAway>(await new FolderTransport(file).SendAsync(Mail));
    }

    public void Dispose() => folder.Dispose();
}
