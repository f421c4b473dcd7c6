using BetterTogether.Learning.Domain.Mail;
using BetterTogether.Learning.Web.Tests.Bookings;
using BetterTogether.Learning.Web.Tests.Hosting;
using Microsoft.EntityFrameworkCore;

namespace BetterTogether.Learning.Web.Tests.Circles;

/// <summary>A worry about somebody's safety reaches somebody, is kept until it is recorded, and then its words are gone.</summary>
public sealed class SafetyTests
{
    private const string Words = "I am worried about the youngest";
    private const string Worry = "circles/worry-passed-on";

    [Fact]
    public async Task Unseen_it_goes_to_the_co_facilitator_and_then_to_the_duty_contact_without_its_words()
    {
        await using var ring = await Ring.RunningAsync(coFacilitator: "p1", settings: new() { ["Circles:DutyContact"] = "duty@demo.example" });
        await ring.DoesAsync("p2", "tell", new { about = "safety", text = Words });
        await ring.Facilitator.Wire.UntilAsync(s => Texts(s).Contains(Words), "the facilitator is told");
        Assert.DoesNotContain(Words, Texts(await ring.SnapshotAsync("p1")));

        ring.App.Clock.Advance(TimeSpan.FromSeconds(62));
        await ring["p1"].Wire.UntilAsync(s => Texts(s).Contains(Words), "the co-facilitator is told");
        Assert.False(await ring.App.Ask(db => db.Outbox.AnyAsync(m => m.Template == Worry)));
        ring.App.Clock.Advance(TimeSpan.FromSeconds(62));
        await Eventually.HoldsAsync(() => ring.App.Ask(db => db.Outbox.AnyAsync(m => m.Template == Worry && m.State == MailState.Sent)), "the duty contact is told");

        var mail = Assert.Single(SentMail.In(Path.Combine(ring.App.Folder, "mail")), m => m.Calendar.Count == 0);
        Assert.Contains("duty@demo.example", mail.To, StringComparison.Ordinal);
        Assert.Contains($"/circles/{ring.CircleId}/worries/", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("youngest", mail.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_words_outlive_a_restart_and_go_once_it_is_recorded()
    {
        await using var ring = await Ring.RunningAsync();
        var told = await ring.DoesAsync("p2", "tell", new { about = "safety", text = Words });
        var messageId = told.GetProperty("messages")[0].GetProperty("messageId").GetString();
        Assert.Equal(Words, (await ring.App.Ask(db => db.SafetyTexts.AsNoTracking().SingleAsync())).Text);
        await ring.DoesAsync("f", "seen", new { messageId });
        var asks = await ring.DoesAsync("f", "close", new { confirmed = true });
        Assert.Equal("closing", asks.GetProperty("status").GetString());

        var carried = await ring.DoesAsync("f", "handOver", new { messageId, carriedBy = "s1", toldWhom = "The duty social worker" });
        Assert.Equal("closed", carried.GetProperty("status").GetString());
        Assert.True(await ring.App.Ask(db => db.SafetyTexts.AnyAsync()));
        await ring.DoesAsync("f", "handOver", new { messageId, caseReference = "C-12", recorded = true });

        Assert.False(await ring.App.Ask(db => db.SafetyTexts.AnyAsync()));
        Assert.DoesNotContain(Words, Texts(await ring.SnapshotAsync("f")));
    }

    private static List<string?> Texts(System.Text.Json.JsonElement snapshot) =>
        [.. snapshot.GetProperty("messages").EnumerateArray().Select(m => m.TryGetProperty("text", out var text) ? text.GetString() : null)];
}
