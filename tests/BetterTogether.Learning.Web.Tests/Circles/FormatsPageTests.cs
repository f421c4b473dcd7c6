using BetterTogether.Learning.Web.Tests.Desk;
using BetterTogether.Learning.Web.Tests.Hosting;

namespace BetterTogether.Learning.Web.Tests.Circles;

public sealed class FormatsPageTests
{
    [Fact]
    public async Task The_desk_copies_a_format_changes_it_and_facilitators_plan_with_it()
    {
        await using var app = await TestApp.StartAsync();
        var desk = await app.Desk();
        var (facilitator, _) = await app.Facilitator();
        var copy = await (await desk.GetPageAsync(Links.Formats)).SubmitAsync("Copy and change Check-in");

        (await copy.SubmitAsync("Save the format", ("Form.Title", "Monday check-in"), ("Form.Stages[0].Minutes", "2"))).ShouldSay("Saved.");

        (await facilitator.GetPageAsync(Links.PlanCircle)).ShouldSay("Monday check-in");
        var away = await (await desk.GetPageAsync(Links.Formats)).SubmitAsync("Put away: Monday check-in");
        away.ShouldSay("put away");
        (await facilitator.GetPageAsync(Links.PlanCircle)).ShouldNotSay("Monday check-in");
    }

    [Theory]
    [InlineData("Form.Title", "", "The title is missing")]
    [InlineData("Form.Stages[0].Minutes", "long", "Enter from 1 to 180 minutes")]
    [InlineData("Form.Stages[0].Prompt", "", "is missing")]
    public async Task What_is_wrong_is_said_at_its_field(string field, string value, string says)
    {
        await using var app = await TestApp.StartAsync();
        var copy = await (await (await app.Desk()).GetPageAsync(Links.Formats)).SubmitAsync("Copy and change Listening circle");

        var refused = await copy.SubmitAsync("Save the format", (field, value));

        refused.ShouldSay(says);
        Assert.NotNull(refused.Document.QuerySelector($".govuk-error-summary a[href='#{field.Replace("[", "_", StringComparison.Ordinal).Replace("]", "_", StringComparison.Ordinal).Replace(".", "_", StringComparison.Ordinal)}']"));
    }

    [Fact]
    public async Task Parts_come_go_and_move_without_script()
    {
        await using var app = await TestApp.StartAsync();
        var copy = await (await (await app.Desk()).GetPageAsync(Links.Formats)).SubmitAsync("Copy and change Check-in");
        var count = Parts(copy);

        var more = await copy.SubmitAsync("Add a part");
        Assert.Equal(count + 1, Parts(more));
        var moved = await more.SubmitAsync($"Earlier: part {count + 1}", ($"Form.Stages[{count}].Title", "Thanks"), ($"Form.Stages[{count}].Prompt", "Whom do you thank?"));
        var fewer = await moved.SubmitAsync($"Take out: part {count + 1}");

        (await fewer.SubmitAsync("Save the format")).ShouldSay("Saved.");
        Assert.Contains("Thanks", fewer.Document.Body!.InnerHtml, StringComparison.Ordinal);
    }

    private static int Parts(Page page) => page.Document.QuerySelectorAll("fieldset.bt-card").Length - 1;
}
