using BetterTogether.Learning.Web.Features.Mail;

namespace BetterTogether.Learning.Web.Tests.Mail;

public sealed class MailTemplatesTests : IDisposable
{
    private static readonly CodeToSignIn Code = new("482913", "10 minutes", "https://learning.demo.example/sign-in");

    private readonly TemporaryFolder folder = new();
    private readonly MailTemplates templates;
    private DateTime savedAtUtc = new(2026, 7, 1, 23, 30, 0, DateTimeKind.Utc);

    public MailTemplatesTests()
    {
        templates = new MailTemplates(new TemplateFiles(folder.Path));
        foreach (var file in TemplateFiles.BuiltIn)
        {
            Save(file, TemplateFiles.ReadBuiltIn(file));
        }
    }

    [Fact]
    public void A_saved_template_is_live_at_once()
    {
        Assert.Equal("482913 is your sign-in code", templates.Render(Code).Subject);
        Save("sign-in/code.md", "Subject: New words {{Code}}\n\nHello");
        Assert.Equal("New words 482913", templates.Render(Code).Subject);
        Assert.Empty(templates.Troubles);
    }

    public static TheoryData<string, string> Broken => new()
    {
        { "no subject", "Hello\n\n{{Code}}" },
        { "empty", "" },
        { "unknown name", "Subject: {{Cod}}\n\nHello" },
        { "unknown name in a condition", "Subject: x\n\n{{#if Cod}}Hello{{/if}}" },
        { "open braces", "Subject: x\n\n{{Code" },
        { "open condition", "Subject: x\n\n{{#if Code}}Hello" },
        { "unescaped value", "Subject: x\n\n{{{Code}}}" },
        { "helper", "Subject: x\n\n{{lookup this Code}}" },
        { "stray header", "Subject: x\nBcc: other@demo.example\n\nHello" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_broken_template_falls_back_to_the_last_good_one_and_says_so(string how, string broken)
    {
        Save("sign-in/code.md", "Subject: Good words {{Code}}\n\nHello");
        _ = templates.Render(Code);
        Save("sign-in/code.md", broken);
        Assert.True(templates.Render(Code).Subject == "Good words 482913", how);
        Assert.Equal(["sign-in/code.md"], templates.Troubles.Keys);
        Save("sign-in/code.md", "Subject: Mended {{Code}}\n\nHello");
        Assert.Equal("Mended 482913", templates.Render(Code).Subject);
        Assert.Empty(templates.Troubles);
    }

    [Theory]
    [MemberData(nameof(Broken))]
    public void A_template_broken_from_the_start_falls_back_to_the_one_built_in(string how, string broken)
    {
        Save("sign-in/code.md", broken);
        Assert.True(templates.Render(Code).Subject == "482913 is your sign-in code", how);
        Assert.Equal(["sign-in/code.md"], templates.Troubles.Keys);
    }

    [Fact]
    public void A_missing_template_falls_back_and_says_so()
    {
        File.Delete(Path.Combine(folder.Path, "sign-in/code.md"));
        Assert.Equal("482913 is your sign-in code", templates.Render(Code).Subject);
        Assert.Equal(["sign-in/code.md"], templates.Troubles.Keys);
    }

    [Theory]
    [InlineData("<html>no place for the body</html>")]
    [InlineData("<html>{{{BodyHtml}}}{{#if When}}</html>")]
    public void A_broken_layout_falls_back_too(string broken)
    {
        Save("_layout.html", broken);
        Assert.Contains("482913", templates.Render(Code).Html, StringComparison.Ordinal);
        Assert.Equal(["_layout.html"], templates.Troubles.Keys);
    }

    private void Save(string file, string text)
    {
        savedAtUtc = savedAtUtc.AddMinutes(1);
        File.SetLastWriteTimeUtc(folder.Write(file, text), savedAtUtc);
    }

    public void Dispose() => folder.Dispose();
}
