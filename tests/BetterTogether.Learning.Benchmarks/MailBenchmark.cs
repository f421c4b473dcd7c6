extern alias product;

using System.Diagnostics;
using System.Globalization;
using BetterTogether.Learning.Benchmarks.Floors;
using BetterTogether.Learning.Domain.Calendars;
using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Domain.Shared;
using Microsoft.EntityFrameworkCore;
using product::BetterTogether.Learning.Web.Data;
using product::BetterTogether.Learning.Web.Features.Calendars;
using product::BetterTogether.Learning.Web.Features.Mail;

namespace BetterTogether.Learning.Benchmarks;

/// <summary>Mails composed against bare rendering, and the outbox drained over SMTP against a bare client before the same sink; in turn, five rounds after one to warm up.</summary>
public static class MailBenchmark
{
    private const int Composed = 1000;
    private const int Drained = 500;
    private const int Rounds = 5;

    public static async Task<int> RunAsync()
    {
        using var folder = new Workspace();
        using var sink = new SmtpSink();
        await using var app = await ProductAsync(folder, sink.Port);
        var (composer, confirmed) = (app.Services.GetRequiredService<MailComposer>(), MailSamples.All.OfType<BookingConfirmed>().Single());
        var row = Row(app.Services, confirmed, 0);
        var ready = composer.Compose(row, row.CreatedAtUtc);
        var floor = new MailFloor(TemplateFiles.ReadBuiltIn(confirmed.Template + ".md").Split("\n\n", 2)[1], TemplateFiles.ReadBuiltIn(TemplateFiles.Layout));
        var connections = app.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<MailOptions>>().Value.Connections;

        Console.WriteLine("mails    | ours /s | floor /s | ratio");
        await RowAsync("composed", Composed,
            () => Repeat(Composed, () => MimeWriter.Write(composer.Compose(row, row.CreatedAtUtc))),
            () => Repeat(Composed, () => floor.Render(confirmed)));
        await RowAsync("drained", Drained,
            () => DrainAsync(app.Services),
            () => MailFloor.SendAsync(sink.Port, Drained, connections, ready.Content.Text, ready.Content.Html, ready.Calendar!.Content),
            () => FillAsync(app.Services, confirmed));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sink.Taken} mails arrived"));
        return 0;
    }

    private static async Task RowAsync(string what, int mails, Func<Task> ours, Func<Task> floor, Func<Task>? prepare = null)
    {
        var pairs = new List<(double Ours, double Floor)>();
        for (var round = 0; round <= Rounds; round++)
        {
            await (prepare?.Invoke() ?? Task.CompletedTask);
            var pair = (Ours: await PerSecondAsync(mails, ours), Floor: await PerSecondAsync(mails, floor));
            if (round > 0) { pairs.Add(pair); }
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-8} | {Load.Median(pairs.Select(p => p.Ours)),7:0} | {Load.Median(pairs.Select(p => p.Floor)),8:0} | {Load.Median(pairs.Select(p => p.Ours / p.Floor)),5:0.00}"));
    }

    private static async Task<double> PerSecondAsync(int mails, Func<Task> work)
    {
        var watch = Stopwatch.StartNew();
        await work();
        return mails / watch.Elapsed.TotalSeconds;
    }

    private static Task Repeat(int times, Func<string> compose)
    {
        for (var i = 0; i < times; i++) { compose(); }
        return Task.CompletedTask;
    }

    private static async Task DrainAsync(IServiceProvider services)
    {
        var worker = ActivatorUtilities.CreateInstance<OutboxWorker>(services);
        while (await worker.SendDueAsync(CancellationToken.None)) { }
    }

    private static async Task FillAsync(IServiceProvider services, BookingConfirmed confirmed)
    {
        await services.GetRequiredService<UnitOfWork>().DecideAsync<int>((db, _) =>
        {
            db.AddRange(Enumerable.Range(0, Drained).Select(i => Row(services, confirmed, i)));
            return Task.FromResult<Result<int>>(0);
        }, CancellationToken.None);
    }

    private static OutboxMail Row(IServiceProvider services, BookingConfirmed confirmed, int number)
    {
        var nowUtc = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var (id, to) = (Ids.New(nowUtc), new Mailbox("Ann", $"worker{number}@demo.example"));
        var invite = new Invite($"{id:N}@better-together-learning", 0, InviteMethod.Request, nowUtc, nowUtc.AddDays(7), nowUtc.AddDays(7).AddHours(1), confirmed.SessionTitle, confirmed.Where, confirmed.BookingLink, new Mailbox("Learning Academy", "learning@demo.example"), to, Private: false);
        return new OutboxMail(id, new OutboxMailDraft($"measured:{id}", to, null, confirmed.Template, MailValues.Write(confirmed), InviteJson.Write(invite)), $"<{id:N}@demo.example>", nowUtc);
    }

    private static async Task<WebApplication> ProductAsync(Workspace folder, int port)
    {
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection([new("Data:Folder", folder.Of("mail")), new("Mail:Transport", "Smtp"), new("Mail:Smtp:Host", "127.0.0.1"), new("Mail:Smtp:Port", port.ToString(CultureInfo.InvariantCulture)), new("Mail:Smtp:Security", "None")]);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddData().AddCalendars().AddMail();
        var app = builder.Build();
        Directory.CreateDirectory(folder.Of("mail"));
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<LearningDb>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode=WAL");
        return app;
    }
}
