using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace BetterTogether.Learning.Web.Features.Mail.Dev;

public sealed class ShowModel(DevMailFolder folder) : PageModel
{
    public DevMail Mail { get; private set; } = null!;

    public IActionResult OnGet(string file)
    {
        if (folder.Find(file) is not { } mail)
        {
            return NotFound();
        }

        Mail = mail;
        return Page();
    }
}
