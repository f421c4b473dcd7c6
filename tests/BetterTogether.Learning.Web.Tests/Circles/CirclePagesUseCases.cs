using BetterTogether.Learning.Domain.Circles;
using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Features.Circles.CheckIns;
using BetterTogether.Learning.Web.Features.Circles.Papers;
using BetterTogether.Learning.Web.Tests.Faults;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>What stands around a circle, under a database that fails.</summary>
internal sealed class CirclePagesUseCases : IUseCases
{
    private static readonly CancellationToken None = CancellationToken.None;

    public IEnumerable<UseCase> Rows =>
    [
        new("AgreementsService.WriteAsync", async w =>
        {
            var (text, before) = (w.Name("Listen "), (await w.The<AgreementsService>().CurrentAsync(None)).Number);
            return Attempt.Of(() => w.The<AgreementsService>().WriteAsync(A.Desk, text, before, None), async db => await db.Agreements.CountAsync(a => a.Text == text) == 1);
        }),
        new("QuestionService.AddAsync", w =>
        {
            var text = w.Name("Which bridge ");
            return Task.FromResult(Attempt.Of(() => w.The<QuestionService>().AddAsync(A.Desk, text, None), async db => await db.CheckInQuestions.CountAsync(q => q.Text == text) == 1));
        }),
        new("QuestionService.PutAwayAsync", async w =>
        {
            var question = CheckInQuestion.Add(w.Name("Which road "), w.NowUtc).Value;
            await w.App.Has(question);
            return Attempt.Of(() => w.The<QuestionService>().PutAwayAsync(A.Desk, question.Id, away: true, None), db => db.CheckInQuestions.AnyAsync(q => q.Id == question.Id && q.Away));
        }),
        new("QuickCheckInService.PassOnAsync", async w =>
        {
            var checkIn = await CheckInAsync(w);
            return Attempt.Of(() => w.The<QuickCheckInService>().PassOnAsync(checkIn.Code, 1, None), db => db.QuickCheckIns.AnyAsync(c => c.Code == checkIn.Code && c.Turn == 2));
        }),
        new("QuickCheckInService.EndAsync", async w =>
        {
            var checkIn = await CheckInAsync(w);
            return Attempt.Of(() => w.The<QuickCheckInService>().EndAsync(checkIn.Code, None), async db => !await db.QuickCheckIns.AnyAsync(c => c.Code == checkIn.Code));
        }),
        new("FormatService.ChangeAsync", async w =>
        {
            var format = await FormatAsync(w);
            var changed = format.Format with { Title = w.Name("Monday ") };
            return Attempt.Of(() => w.The<FormatService>().ChangeAsync(A.Desk, format.Id, changed, 1, None), db => db.OwnFormats.AnyAsync(f => f.Id == format.Id && f.Title == changed.Title && f.Version == 2));
        }),
        new("FormatService.PutAwayAsync", async w =>
        {
            var format = await FormatAsync(w);
            return Attempt.Of(() => w.The<FormatService>().PutAwayAsync(A.Desk, format.Id, away: true, None), db => db.OwnFormats.AnyAsync(f => f.Id == format.Id && f.Away));
        }),
        new("FeedbackService.AnswerAsync", async w =>
        {
            var (circle, person) = (Ids.New(w.NowUtc), await w.PersonAsync());
            return Attempt.Of(() => w.The<FeedbackService>().AnswerAsync(circle, person.Id, Heard.Partly, None), async db => await db.CircleFeedback.CountAsync(f => f.CircleId == circle) == 1);
        }),
        new("LeaderAnswerService.AskAsync", async w =>
        {
            var (circle, leader) = (Ids.New(w.NowUtc), await w.PersonAsync());
            return Attempt.Of(() => w.The<LeaderAnswerService>().AskAsync(A.Desk, circle, leader.Id, "Leaders listening", "More time", w.NowUtc.ToLondonDate().AddDays(14), None), db => db.LeaderAnswers.AnyAsync(a => a.CircleId == circle));
        }),
        new("LeaderAnswerService.AnswerAsync", async w =>
        {
            var (circle, leader) = (Ids.New(w.NowUtc), await w.PersonAsync());
            await w.App.Has(LeaderAnswer.Ask(circle, leader.Id, "Leaders listening", "More time", w.NowUtc.ToLondonDate().AddDays(14), w.NowUtc).Value);
            return Attempt.Of(() => w.The<LeaderAnswerService>().AnswerAsync(leader.Id, circle, "Your days are full", "One form less", None), db => db.LeaderAnswers.AnyAsync(a => a.CircleId == circle && a.AnsweredAtUtc != null));
        }),
        new("RecordService.WriteAsync", async w =>
        {
            var (circle, bringer) = (Ids.New(w.NowUtc), await w.PersonAsync());
            return Attempt.Of(() => w.The<RecordService>().WriteAsync(bringer.Id, circle, bringer.Id, new RecordText("AB", "Tired", null, null), None), db => db.SupervisionRecords.AnyAsync(r => r.CircleId == circle));
        }),
        new("RecordService.RecordedAsync", async w =>
        {
            var (circle, bringer) = (Ids.New(w.NowUtc), await w.PersonAsync());
            await w.App.Has(SupervisionRecord.Make(circle, bringer.Id, new RecordText("AB", "Tired", null, null), w.NowUtc).Value);
            return Attempt.Of(() => w.The<RecordService>().RecordedAsync(bringer.Id, circle, None), async db => !await db.SupervisionRecords.AnyAsync(r => r.CircleId == circle));
        }),
    ];

    public IReadOnlyDictionary<string, string> Spared => new Dictionary<string, string>
    {
        ["AgreementsService.CurrentAsync"] = "reads",
        ["AgreementsService.VersionAsync"] = "reads",
        ["AgreementsService.AllAsync"] = "reads",
        ["QuestionService.AllAsync"] = "reads",
        ["QuestionService.DrawAsync"] = "reads",
        ["QuestionService.FillAsync"] = "once at start, in one commit; a start that broke is made again",
        ["QuickCheckInService.BeginAsync"] = "one row, which nobody but its own address finds; begun again it is another check-in",
        ["QuickCheckInService.DrawAnotherAsync"] = "one word by chance in one row",
        ["QuickCheckInService.FindAsync"] = "reads",
        ["FormatService.CopyAsync"] = "one row; asked again it is another copy, which the desk sees",
        ["FormatService.FindAsync"] = "reads",
        ["FormatService.OwnAsync"] = "reads",
        ["FeedbackService.OfAsync"] = "reads",
        ["LeaderAnswerService.OfAsync"] = "reads",
        ["LeaderAnswerService.AllAsync"] = "reads",
        ["RecordService.OfAsync"] = "reads",
        ["CircleListService.MineAsync"] = "reads",
        ["CircleListService.WaysIntoAsync"] = "reads",
    };

    private static async Task<QuickCheckIn> CheckInAsync(Workshop workshop)
    {
        var checkIn = QuickCheckIn.Begin(workshop.Name("code"), "How are you?", 5, workshop.NowUtc).Value;
        await workshop.App.Has(checkIn);
        return checkIn;
    }

    private static async Task<OwnFormat> FormatAsync(Workshop workshop)
    {
        var format = OwnFormat.CopyOf(CircleFormats.Find("checkIn")!, workshop.NowUtc);
        await workshop.App.Has(format);
        return format;
    }
}
