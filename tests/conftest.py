import os
from pathlib import Path

import pytest
from hypothesis import settings

# A busy machine is no fault of the code.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

collect_ignore_glob = ["pdfs/*", "designs/*/*", "package/consumer/*"]  # what drew them, and what mypy alone reads


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of sample reports and scorers beside the project, which is not part of it."""
    folder = Path(__file__).parents[2] / "shared"
    if not folder.is_dir():
        reason = f"needs the sample reports in {folder.name}/ beside the project"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return folder
