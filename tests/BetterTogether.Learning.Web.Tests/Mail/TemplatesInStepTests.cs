using BetterTogether.Learning.Web.Features.Mail;

namespace BetterTogether.Learning.Web.Tests.Mail;

/// <summary>Records, samples and template files name each other, in both directions.</summary>
public sealed class TemplatesInStepTests
{
    public static TheoryData<string> Kinds => [.. MailSamples.All.Select(mail => mail.Template)];

    [Fact]
    public void Every_record_has_one_sample() => Assert.Equal(
        typeof(TypedMail).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(TypedMail))).Select(type => type.Name).Order(),
        MailSamples.All.Select(mail => mail.GetType().Name).Order());

    [Fact]
    public void Every_record_has_a_template_and_every_template_a_record() => Assert.Equal(
        MailSamples.All.Select(mail => mail.Template + ".md").Append("_layout.html").Order(),
        TemplateFiles.BuiltIn.Order());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_template_asks_for_every_property_and_no_other(string kind)
    {
        var names = Values(kind).Keys.ToHashSet();
        Assert.Equal(names.Order(), new MailTemplate(TemplateFiles.ReadBuiltIn(kind + ".md"), names).Placeholders.Order());
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_sample_fills_every_placeholder(string kind) => Assert.All(Values(kind).Values, value => Assert.NotEqual("", value ?? ""));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_sample_renders_whole_with_and_without_what_is_optional(string kind)
    {
        using var nowhere = new TemporaryFolder();
        var templates = new MailTemplates(new TemplateFiles(nowhere.Path));
        var values = Values(kind);
        var bare = values.ToDictionary(value => value.Key, value => IsOptional(kind, value.Key) ? null : value.Value);
        foreach (var mail in new[] { templates.Render(kind, values), templates.Render(kind, bare) })
        {
            Assert.DoesNotContain("{{", mail.Subject + mail.Text + mail.Html, StringComparison.Ordinal);
            Assert.InRange(mail.Subject.Length, 5, 90);
            Assert.Contains("https://learning.demo.example/", mail.Text, StringComparison.Ordinal);
            Assert.Contains("href=\"https://learning.demo.example/", mail.Html, StringComparison.Ordinal);
            Assert.DoesNotContain("\n\n\n", mail.Text, StringComparison.Ordinal);
        }
    }

    private static IReadOnlyDictionary<string, string?> Values(string kind) =>
        MailValues.Read(MailValues.Write(MailSamples.All.Single(mail => mail.Template == kind)));

    private static bool IsOptional(string kind, string name) =>
        new System.Reflection.NullabilityInfoContext()
            .Create(MailSamples.All.Single(mail => mail.Template == kind).GetType().GetProperty(name)!)
            .ReadState is System.Reflection.NullabilityState.Nullable;
}
