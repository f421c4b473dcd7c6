using BetterTogether.Learning.Browser.Tests.Running;

namespace BetterTogether.Learning.Browser.Tests.Jobs;

/// <summary>Writing in one's review at a browser: nothing that was typed is lost.</summary>
[Collection(SiteTests.Name)]
public sealed class WritingTests(Site site)
{
    private const string Outcome = "What we talked about and agreed";
    private const string Words = "Long thought about, and typed slowly";

    [Fact]
    public async Task What_is_typed_saves_itself_and_is_there_after_coming_back()
    {
        await using var me = await AtTheReviewAsync("worker10");

        await me.Page.GetByLabel("What I want to say").FillAsync(Words);
        await me.ShouldSeeAsync("Saved at");

        await me.GoAsync("/my-review");
        Assert.Equal(Words, await me.Page.GetByLabel("What I want to say").InputValueAsync());
    }

    [Fact]
    public async Task A_sign_in_that_ends_while_somebody_types_loses_nothing_and_leaves_nothing_in_the_browser()
    {
        await using var me = await AtTheReviewAsync("worker16");
        await me.Page.Context.ClearCookiesAsync();

        await me.Page.GetByLabel("What I want to say").FillAsync(Words);
        await me.ShouldSeeAsync("You have been signed out. Your words are still here.");
        Assert.Equal("0 0", await me.Page.EvaluateAsync<string>("() => `${localStorage.length} ${sessionStorage.length}`"));
        await me.SignInAsync(); // in another tab
        await me.Page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))");

        await me.ShouldSeeAsync("Saved at");
        await me.GoAsync("/my-review");
        Assert.Equal(Words, await me.Page.GetByLabel("What I want to say").InputValueAsync());
    }

    [Fact]
    public async Task A_letter_typed_takes_back_nobodys_confirmation_and_a_save_does()
    {
        await using var me = await AtTheReviewAsync("worker15");
        var review = await me.GetAsync("/api/v1/me/review");
        var path = $"/api/v1/reviews/{review.GetProperty("id").GetString()}";
        await me.Page.GetByLabel(Outcome).FillAsync("We agreed");
        await me.ShouldSeeAsync("Saved at");
        await me.PressAsync("Save what came of it");
        await me.ShouldSeeAsync("It counts once both of you have confirmed it.");
        await using var manager = await site.SomebodyAsync(review.GetProperty("manager").GetProperty("email").GetString()!.Split('@')[0]);
        await manager.PostAsync($"{path}/confirm", new { version = (await me.GetAsync(path)).GetProperty("version").GetInt32() });

        await me.Page.GetByLabel(Outcome).FillAsync("We agreed.");
        await me.ShouldSeeAsync("The text has been confirmed as it was");
        Assert.Equal("oneConfirmed", (await me.GetAsync(path)).GetProperty("status").GetString());
        await me.Page.ReloadAsync();
        await me.ShouldSeeAsync("has confirmed this. Read it once more");
        Assert.Equal("We agreed.", await me.Page.GetByLabel(Outcome).InputValueAsync());
        await me.PressAsync("Save what came of it");

        await me.ShouldSeeAsync("Talked, time to confirm");
        Assert.Equal("We agreed.", (await me.GetAsync(path)).GetProperty("outcome").GetString());
    }

    [Fact]
    public async Task What_is_typed_in_one_form_stays_while_another_is_sent_or_refused_or_nobody_answers_and_until_one_signs_out()
    {
        await using var me = await AtTheReviewAsync("worker8");
        await me.Page.EvaluateAsync("() => sessionStorage.setItem('somebody-else /reviews/1', '[]')"); // who was at this tab before
        await OpenAndTypeAsync(me, "Beside it");
        await me.Page.GetByLabel(Outcome).FillAsync("Put differently");
        await me.Page.GetByLabel("The day you talked").FillAsync("");

        await me.PressAsync("Save my preparation");
        await me.ShouldSeeAsync("Nobody reads it until you share it");
        await ShouldHaveAsync(me, "Put differently", "Beside it");
        await me.PressAsync("Save what came of it");
        await me.ShouldSeeAsync("Enter the day you talked");
        await ShouldHaveAsync(me, "Put differently", "Beside it");
        await me.Page.RouteAsync("**/reviews/*?handler=Comment", route => route.FulfillAsync(new() { Status = 502, Body = "Nobody answers" }));
        await me.PressAsync("Add it");
        await me.Page.UnrouteAsync("**/reviews/*?handler=Comment");
        await me.GoAsync("/my-review");
        await ShouldHaveAsync(me, "Put differently", "Beside it");
        await me.PressAsync("Add it");
        await me.ShouldSeeAsync("Your comment is added.");
        await ShouldHaveAsync(me, "Put differently", "");
        await me.Page.ReloadAsync();
        await ShouldHaveAsync(me, "Put differently", "");
        await me.Page.GetByLabel("The day you talked").FillAsync("2026-06-01");
        await me.PressAsync("Save what came of it");
        await me.ShouldSeeAsync("It counts once both of you have confirmed it.");
        await ShouldHaveAsync(me, "Put differently", "");

        await OpenAndTypeAsync(me, "For my eyes");
        await me.GoAsync("/me");
        Assert.Equal(1, await me.Page.EvaluateAsync<int>("() => sessionStorage.length"));
        await me.PressAsync("Sign out");
        await me.Page.WaitForURLAsync(url => new Uri(url).AbsolutePath != "/me");
        Assert.Equal(0, await me.Page.EvaluateAsync<int>("() => sessionStorage.length"));
    }

    [Fact]
    public async Task What_is_carried_along_never_goes_over_what_the_other_has_saved_meanwhile()
    {
        await using var me = await AtTheReviewAsync("worker10");
        var path = $"/api/v1/reviews/{(await me.GetAsync("/api/v1/me/review")).GetProperty("id").GetString()}";
        await me.PostAsync($"{path}/share", new { });
        await me.Page.ReloadAsync();
        await me.Page.RouteAsync("**/outcome", route => route.AbortAsync()); // what is typed does not save itself yet
        await me.Page.GetByLabel(Outcome).FillAsync("My words");
        var saved = await me.Page.APIRequest.PutAsync($"{path}/outcome", new() { DataObject = new { text = "Theirs", version = 0 } });
        Assert.Equal(200, saved.Status);
        await me.Page.UnrouteAsync("**/outcome");

        for (var times = 0; times < 2; times++)
        {
            await me.PressAsync("Save my preparation");
            await me.ShouldSeeAsync("The text was changed elsewhere since you opened it.");
            await me.ShouldSeeAsync("Theirs");
            await ShouldHaveBothAsync(me, "Theirs", "My words");
        }
        await SavedOnTheSecondPressAsync(me, path);
    }

    [Fact]
    public async Task What_the_other_saves_while_one_types_is_shown_above_the_box_and_not_replaced_unseen()
    {
        await using var me = await AtTheReviewAsync("worker207");
        await using var manager = await ManagerAsync(me);
        var path = await WrittenAsync(manager, me, "As it was");
        await SavesAsync(manager, path, "Theirs", version: 1);

        await me.Page.GetByLabel(Outcome).FillAsync("My words");

        await Assertions.Expect(me.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The text was changed elsewhere since you opened it.");
        await ShouldHaveBothAsync(me, "Theirs", "My words");
        await SavedOnTheSecondPressAsync(me, path);
    }

    [Fact]
    public async Task A_confirmation_refused_to_who_typed_nothing_carries_nothing_and_the_text_that_was_confirmed_is_there()
    {
        await using var me = await AtTheReviewAsync("worker219");
        await using var manager = await ManagerAsync(me);
        var path = await WrittenAsync(manager, me, "As it was");
        await ConfirmsAnotherAsync(manager, path);
        await me.PressAsync("This is right: confirm");
        await me.ShouldSeeAsync("Two texts, and both are here");

        await me.GoAsync("/my-review");

        await me.ShouldSeeAsync("has confirmed this. Read it once more");
        await Assertions.Expect(me.Page.GetByLabel(Outcome)).ToHaveValueAsync("Theirs");
        await me.PressAsync("This is right: confirm");
        await me.ShouldSeeAsync("It is locked");
    }

    [Fact]
    public async Task What_is_typed_and_carried_to_another_text_has_that_beside_it_and_a_day_goes_on_alone()
    {
        await using var me = await AtTheReviewAsync("worker231");
        await using var manager = await ManagerAsync(me);
        var path = await WrittenAsync(manager, me, "As it was");
        await me.Page.GetByLabel("The day you talked").FillAsync("2026-06-01");
        await SavesAsync(manager, path, "Read before", version: 1);
        await me.GoAsync("/me");
        await me.GoAsync("/my-review");
        await Assertions.Expect(me.Page.GetByLabel("The day you talked")).ToHaveValueAsync("2026-06-01");
        await Assertions.Expect(me.Page.GetByLabel(Outcome)).ToHaveValueAsync("Read before");
        await Assertions.Expect(me.Page.Locator(".bt-note--trouble")).ToHaveCountAsync(0);

        await me.Page.RouteAsync("**/outcome", route => route.AbortAsync()); // what is typed does not save itself
        await me.Page.GetByLabel(Outcome).FillAsync("My words");
        await ConfirmsAnotherAsync(manager, path, version: 2);
        await me.GoAsync("/me");
        await me.GoAsync("/my-review");

        await me.ShouldSeeAsync("has confirmed this. Read it once more");
        await ShouldHaveBothAsync(me, "Theirs", "My words");
        await SavedOnTheSecondPressAsync(me, path);
    }

    private async Task<Someone> ManagerAsync(Someone me) =>
        await site.SomebodyAsync((await me.GetAsync("/api/v1/me/review")).GetProperty("manager").GetProperty("email").GetString()!.Split('@')[0]);

    /// <summary>Nothing was written yet; now this is, and the employee has it before them.</summary>
    private static async Task<string> WrittenAsync(Someone manager, Someone me, string text)
    {
        var path = $"/api/v1/reviews/{(await me.GetAsync("/api/v1/me/review")).GetProperty("id").GetString()}";
        await SavesAsync(manager, path, text, version: 0);
        await me.Page.ReloadAsync();
        await Assertions.Expect(me.Page.GetByLabel(Outcome)).ToHaveValueAsync(text);
        return path;
    }

    private static async Task SavesAsync(Someone who, string path, string text, int version) =>
        Assert.Equal(200, (await who.Page.APIRequest.PutAsync($"{path}/outcome", new() { DataObject = new { text, version } })).Status);

    private static async Task ConfirmsAnotherAsync(Someone manager, string path, int version = 1)
    {
        await SavesAsync(manager, path, "Theirs", version);
        await manager.PostAsync($"{path}/confirm", new { version = version + 1 });
    }

    private static async Task ShouldHaveBothAsync(Someone me, string theirs, string mine)
    {
        var note = me.Page.Locator(".bt-note--trouble");
        await Assertions.Expect(note).ToHaveCountAsync(1);
        await Assertions.Expect(note).ToContainTextAsync(theirs);
        await Assertions.Expect(me.Page.GetByLabel(Outcome)).ToHaveValueAsync(mine);
        var (above, box) = ((await note.BoundingBoxAsync())!, (await me.Page.GetByLabel(Outcome).BoundingBoxAsync())!);
        Assert.True(above.Y + above.Height <= box.Y, $"The note ends at {above.Y + above.Height}, below the top of the box at {box.Y}");
    }

    private static async Task SavedOnTheSecondPressAsync(Someone me, string path)
    {
        await me.PressAsync("Save what came of it");
        await me.ShouldSeeAsync("Two texts, and both are here");
        Assert.Equal("Theirs", (await me.GetAsync(path)).GetProperty("outcome").GetString());
        await me.PressAsync("Save what came of it");
        await me.ShouldSeeAsync("It counts once both of you have confirmed it.");
        Assert.Equal("My words", (await me.GetAsync(path)).GetProperty("outcome").GetString());
    }

    private static async Task OpenAndTypeAsync(Someone me, string comment)
    {
        await me.Page.GetByText("Add a comment").ClickAsync();
        await me.Page.GetByLabel("Comment", new() { Exact = true }).FillAsync(comment);
    }

    private static async Task ShouldHaveAsync(Someone me, string outcome, string comment)
    {
        await Assertions.Expect(me.Page.GetByLabel(Outcome)).ToHaveValueAsync(outcome);
        await Assertions.Expect(me.Page.GetByLabel("Comment", new() { Exact = true })).ToHaveValueAsync(comment);
        Assert.Equal(0, await me.Page.EvaluateAsync<int>("() => sessionStorage.length"));
    }

    private async Task<Someone> AtTheReviewAsync(string who)
    {
        var me = await site.SomebodyAsync(who);
        await me.GoAsync("/my-review");
        return me;
    }
}
