using Microsoft.Extensions.Options;

namespace BetterTogether.Learning.Web.Features.Mail;

/// <summary>Settings that cannot work are refused at the start, where somebody is looking, not with the first mail.</summary>
public sealed class MailSettings : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) =>
        options.Trouble() is { } trouble ? ValidateOptionsResult.Fail(trouble) : ValidateOptionsResult.Success;
}
