using BetterTogether.Learning.Domain.Shared;
using BetterTogether.Learning.Web.Data;
using BetterTogether.Learning.Web.Tests.Bookings;
using Microsoft.EntityFrameworkCore;
using Xunit.Abstractions;

namespace BetterTogether.Learning.Web.Tests.Faults;

/// <summary>
/// The database fails at the n-th step of each use case, before it and after it, for every n: a command, the beginning of a transaction,
/// its commit. Nobody is told of a success that is none, it is done as a whole or not at all, and asking again completes it, once.
/// </summary>
public sealed class EveryUseCaseTests(Workshop workshop, ITestOutputHelper output) : IClassFixture<Workshop>
{
    private const int MostSteps = 200;

    public static TheoryData<string> Cases() => [.. AllUseCases.Rows.Select(row => row.Name)];

    [Theory, MemberData(nameof(Cases))]
    public async Task It_is_done_as_a_whole_or_not_at_all_and_asking_again_completes_it(string name)
    {
        var useCase = AllUseCases.Rows.Single(row => row.Name == name);
        var mails = await WithoutAFaultAsync(useCase);
        foreach (var after in new[] { false, true })
        {
            var (step, last) = (0, 0);
            // After a step there may be nothing that can break: only two in a row are the end.
            while (step < last + 2)
            {
                Assert.InRange(++step, 1, MostSteps);
                if (await BreaksAsync(useCase, step, after, mails)) { last = step; }
            }
            output.WriteLine($"{(after ? "After" : "Before")} each of {last} steps");
            Assert.True(last >= 2, "It asks nothing of the database, so it is no use case"); // a look and a commit, at least
        }
        await workshop.AuditAsync();
    }

    /// <returns>How many mails it makes.</returns>
    private async Task<int> WithoutAFaultAsync(UseCase useCase)
    {
        var attempt = await useCase.Prepare(workshop);
        var before = await MailsAsync();
        var refused = await attempt.Ask();
        Assert.True(refused is null && await IsDoneAsync(attempt), $"Without a fault it is not done: {refused?.Code} {refused?.Message}");
        var made = await MailsAsync() - before;
        Assert.Equal(attempt.Mails ?? made, made);
        return made;
    }

    /// <returns>False once the use case has no such step.</returns>
    private async Task<bool> BreaksAsync(UseCase useCase, int step, bool after, int wanted)
    {
        var attempt = await useCase.Prepare(workshop);
        var mails = await MailsAsync();
        Assert.False(await IsDoneAsync(attempt), "It is done before it was asked: what is Done says too little");

        var before = await workshop.VersionAsync();
        var (fell, refusal) = (false, (Refusal?)null);
        using (workshop.Faults.Break(step, after))
        {
            try { refusal = await attempt.Ask(); }
            catch (Exception e) when (FaultInjection.IsOurs(e)) { fell = true; }
        }
        var where = $"{(after ? "after" : "before")} step {step} ({workshop.Faults.Hit})";
        var committed = before != await workshop.VersionAsync();
        var done = await IsDoneAsync(attempt);

        Assert.True(fell || workshop.Faults.Fired || refusal is null, $"Refused without a fault: {refusal?.Code} {refusal?.Message}");
        if (!fell && refusal is null) { Assert.True(done, $"A success that is none, {where}"); }
        if (!attempt.InSteps) { Assert.True(committed == done, $"{(committed ? "Half done" : "Done without a commit")}, {where}"); }
        if (!workshop.Faults.Fired) { return false; }

        var again = await attempt.Ask();
        Assert.True(await IsDoneAsync(attempt), $"Asking again did not complete it ({again?.Code}), {where}");
        Assert.True(again is null || done, $"Asking again was refused ({again?.Code} {again?.Message}), {where}");
        var made = await MailsAsync() - mails;
        Assert.True(made == wanted || (attempt.SendsAgain && done && made == 2 * wanted), $"{made} mails, not {wanted}, {where}");
        return true;
    }

    private Task<bool> IsDoneAsync(Attempt attempt) => workshop.App.Ask(attempt.Done);

    private Task<int> MailsAsync() => workshop.App.Ask(db => db.Outbox.CountAsync());
}
