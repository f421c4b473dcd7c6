using System.Net;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.People;
using BetterTogether.Learning.Web.Features.Bookings;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Faults;

/// <summary>A folder nobody may write to. Who runs as root passes over permissions, so it is one of the kernel's: there nobody makes a file, root neither.</summary>
public sealed class FolderTests : IDisposable
{
    private const string NobodyWrites = "/sys/kernel";

    private readonly DirectoryInfo own = Directory.CreateTempSubdirectory("bt-folder-");

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_said_and_waited_for()
    {
        var (data, real) = (Path.Combine(own.FullName, "data"), own.CreateSubdirectory("real").FullName);
        Directory.CreateSymbolicLink(data, NobodyWrites);
        await using var app = await TestApp.StartAsync(new TestAppOptions { WaitUntilReady = false, Settings = new() { ["Data:Folder"] = data, ["Logging:LogLevel:Default"] = "None" } });
        var probe = app.Anonymous();
        (await probe.GetAsync(Links.Ready)).ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await probe.GetAsync(Links.Live)).ShouldBe(HttpStatusCode.OK);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await probe.GetPageAsync(Links.Programme)).Status);

        Directory.Delete(data); // the link
        Directory.CreateSymbolicLink(data, real);

        await Eventually.HoldsAsync(async () =>
        {
            app.Clock.Advance(TimeSpan.FromSeconds(2));
            return (await probe.GetAsync(Links.Ready)).Status == HttpStatusCode.OK;
        }, "it is ready by itself");
        Assert.True(File.Exists(Path.Combine(real, "learning.db")));
    }

    [Fact]
    public async Task What_it_makes_is_its_own_alone()
    {
        var data = Path.Combine(own.FullName, "data");
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = new() { ["Data:Folder"] = data } });

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, new DirectoryInfo(data).UnixFileMode);
    }

    [Fact]
    public async Task A_mail_folder_that_cannot_be_written_loses_no_mail()
    {
        await using var app = await TestApp.StartAsync(new TestAppOptions { Settings = new() { ["Logging:LogLevel:Default"] = "None" } });
        var (session, person) = (A.Session(), await app.HasPerson("ada@demo.example"));
        await app.Has(session);
        var mail = Path.Combine(app.Folder, "mail");
        if (Directory.Exists(mail)) { Directory.Delete(mail, recursive: true); }
        Directory.CreateSymbolicLink(mail, NobodyWrites);

        (await (await app.SignedInAs(person)).PostAsync($"{Links.ApiSession(session.Id)}/bookings", new BookBody())).ShouldBe(HttpStatusCode.Created);
        await Eventually.HoldsAsync(() => app.Ask(db => db.Outbox.AnyAsync(m => m.LastError != null)), "sending was tried in vain");
        Assert.False(await app.Ask(db => db.Outbox.AnyAsync(m => m.State == MailState.Sent || m.State == MailState.Failed)));

        Directory.Delete(mail);

        await Eventually.HoldsAsync(() =>
        {
            app.Clock.Advance(TimeSpan.FromMinutes(1));
            return app.Ask(db => db.Outbox.AllAsync(m => m.State == MailState.Sent));
        }, "it goes later");
        Assert.Single(SentMail.In(mail));
    }

    public void Dispose()
    {
        // Not through the links: what they point at is not ours.
        foreach (var link in own.EnumerateFileSystemInfos().Where(i => i.LinkTarget is not null)) { link.Delete(); }
        own.Delete(recursive: true);
    }
}
